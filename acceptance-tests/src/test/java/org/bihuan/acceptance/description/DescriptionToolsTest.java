package org.bihuan.acceptance.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The stored descriptions in the eyes of the tools that clients use. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(BreaksParts.TURN)
class DescriptionToolsTest {

  private static Node node;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    node = Node.installed();
  }

  @Test
  void spectral_has_nothing_to_say() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>(openApi());
    files.add(EventDescription.file());
    spectral(files).mustSucceed();
  }

  @Test
  void redocly_has_nothing_to_say() throws IOException, InterruptedException {
    assertEquals("", redocly(openApi()));
  }

  @Test
  void a_description_with_gaps_is_found_by_both(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path broken = folder.resolve("broken.yaml");
    String sound = Files.readString(DescribedApi.file(ServiceName.INTAKE));
    Files.writeString(broken, sound.replace("    operationId: ", "    x-was-operation-id: "));
    assertNotEquals(sound, Files.readString(broken));
    assertNotEquals(0, spectral(List.of(broken)).status());
    assertNotEquals("", redocly(List.of(broken)));
  }

  @Test
  void a_typed_client_made_of_them_takes_the_first_complaint_to_its_write_off()
      throws IOException, InterruptedException {
    Path work = Path.of("target/description").toAbsolutePath();
    Files.createDirectories(work.resolve("generated"));
    Path modules = work.resolve("node_modules");
    if (!Files.isSymbolicLink(modules)) {
      Files.createSymbolicLink(modules, node.folder().resolve("node_modules"));
    }
    for (String file : List.of("first-complaint.ts", "tsconfig.json", "package.json")) {
      Files.copy(
          node.folder().resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    for (Path description : openApi()) {
      String types = description.getFileName().toString().replace(".yaml", ".d.ts");
      node.tool(
              "openapi-typescript",
              List.of(description.toString(), "-o", work.resolve("generated/" + types).toString()))
          .mustSucceed();
    }
    node.tool("tsc", List.of("--project", work.toString())).mustSucceed();
    Node.Ended walk =
        node.run(List.of("node", work.resolve("first-complaint.js").toString()), settings())
            .mustSucceed();
    assertTrue(walk.output().contains("WRITTEN_OFF"), walk.output());
  }

  private static Map<String, String> settings() {
    Stack stack = RunningStack.get();
    return Map.of(
        "INTAKE", stack.intake().address(),
        "DISPATCH", stack.dispatch().address(),
        "INSPECTION", stack.inspection().address(),
        "CHANNEL_CLERK", stack.token(Identity.of(Role.CHANNEL_CLERK)),
        "SPECIAL_TEAM", stack.token(Identity.of(Role.SPECIAL_TEAM)),
        "UNIT_HANDLER", stack.token(Identity.of(Role.UNIT_HANDLER).ofUnit("HOUSING_BUREAU")),
        "INSPECTOR", stack.token(Identity.of(Role.INSPECTOR)));
  }

  private static List<Path> openApi() {
    return Arrays.stream(ServiceName.values()).map(DescribedApi::file).toList();
  }

  private static Node.Ended spectral(List<Path> files) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("lint", "--ruleset", ".spectral.yaml", "--fail-severity", "hint"));
    files.forEach(file -> arguments.add(file.toString()));
    return node.tool("spectral", arguments);
  }

  /** The problems found, warnings included, in words; empty when there are none. */
  private static String redocly(List<Path> files) throws IOException, InterruptedException {
    StringBuilder problems = new StringBuilder();
    for (Path file : files) {
      Node.Ended ended =
          node.tool(
              "redocly",
              List.of("lint", "--config", "redocly.yaml", "--format", "json", file.toString()));
      int begin = ended.output().indexOf('{');
      int end = ended.output().lastIndexOf('}');
      assertTrue(begin >= 0 && end > begin, ended.output());
      JsonNode result = new ObjectMapper().readTree(ended.output().substring(begin, end + 1));
      assertTrue(result.path("totals").has("warnings"), ended.output());
      result.path("problems").forEach(problem -> problems.append(problem).append('\n'));
    }
    return problems.toString();
  }
}
