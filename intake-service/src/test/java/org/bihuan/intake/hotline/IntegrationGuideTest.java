package org.bihuan.intake.hotline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.intake.IntakeStack;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.refusal.Messages;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page for vendors shows does what it says. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class IntegrationGuideTest {

  private static final String ENGLISH = "hotline-integration.md";
  private static final String CHINESE = "hotline-integration.zh-CN.md";
  private static final String CHANNEL = "HOTLINE_12319";
  private static final long LONGEST_SECONDS = 60;

  private static final Pattern CODE_IN_BRACKETS =
      Pattern.compile("[(,] ?([a-z]+(?:-[a-z]+)+)(?=[,)])");
  private static final Pattern CODE_IN_TABLE = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

  @TestHTTPResource("/hotlines/12319/")
  URI hotline;

  @TempDir Path folder;

  private static String page(String name) throws IOException {
    return Files.readString(Layout.ofTests().root().resolve("docs").resolve(name));
  }

  /** The block of code below the heading of its language. */
  private static String block(String page, String heading, String language) throws IOException {
    Matcher block =
        Pattern.compile("### " + heading + "\n.*?```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(page(page));
    assertTrue(block.find(), heading + " has no example");
    return block.group(1);
  }

  @ParameterizedTest
  @CsvSource({
    "curl,   sh,     call.sh,          bash",
    "Python, python, call.py,          python3",
    "Java,   java,   HotlineCall.java, java"
  })
  void an_example_is_taken_by_the_sandbox_and_then_for_real(
      String heading, String language, String file, String program)
      throws IOException, InterruptedException {
    assumeTrue(isThere(program), program + " is not on this machine");
    assumeTrue(
        !program.equals("bash") || isThere("curl") && isThere("openssl"), "no curl, openssl");
    String example = block(ENGLISH, heading, language);
    assertEquals(example, block(CHINESE, heading, language), "both pages show the same");
    // Whatever was sent before by this number.
    String number = "guide-" + UUID.randomUUID();
    Path source = folder.resolve(file);
    Files.writeString(source, example.replaceAll("12319-20261124-\\d{6}", number));
    List<String> command =
        List.of(program.equals("java") ? javaProgram() : program, source.toString());
    String tried = run(command, "SANDBOX", "sandbox/calls");
    assertTrue(tried.contains("\"sandbox\":true") && tried.endsWith("200"), tried);
    assertTrue(tried.contains(number), tried);
    String taken = run(command, "SIGNING", "calls");
    assertTrue(taken.contains("\"serial\"") && taken.endsWith("201"), taken);
  }

  private static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, program))
        .anyMatch(Files::isExecutable);
  }

  private String run(List<String> command, String use, String address)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOTLINE_SECRET", HotlineKeys.only(CHANNEL, use).getString("secret"));
    builder.environment().put("HOTLINE_URL", hotline.resolve(address).toString());
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Path output = folder.resolve("output");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "still running");
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
  }

  /** The codes that the operations say they refuse with. */
  private static Set<String> refusals() {
    return Arrays.stream(HotlineResource.class.getDeclaredMethods())
        .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Refuses.class)))
        .flatMap(refusal -> CODE_IN_BRACKETS.matcher(refusal.when()).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> told(String page) throws IOException {
    return page(page)
        .lines()
        .filter(line -> line.matches("\\| [45]\\d\\d \\|.*"))
        .flatMap(line -> CODE_IN_TABLE.matcher(line.split("\\|")[2]).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {ENGLISH, CHINESE})
  void the_table_of_errors_has_every_refusal_of_the_operations(String page) throws IOException {
    Set<String> left = refusals();
    assertTrue(
        left.contains("signature-wrong") && left.contains("nonce-replayed"), left.toString());
    left.removeAll(told(page));
    assertEquals(Set.of(), left);
  }

  @Test
  void the_tables_of_both_pages_tell_the_same_and_nothing_that_there_is_not() throws IOException {
    assertEquals(told(ENGLISH), told(CHINESE));
    Messages messages = new Messages();
    for (String code : told(ENGLISH)) {
      assertTrue(!messages.text(Locale.ENGLISH, code + ".title").isBlank(), code);
    }
  }
}
