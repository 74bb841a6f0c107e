package org.bihuan.acceptance.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alert rules and the dashboard in the folder {@code operations}. */
class AlertsTest {

  private static final Path FOLDER = ProofStack.root().resolve("operations");
  private static final Pattern METRIC =
      Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b(?!\\s*[(\"=])");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check config prometheus.yml",
        "check rules alerts.yml",
        "test rules alerts-test.yml"
      })
  void promtool_finds_nothing(String arguments) throws Exception {
    assumeTrue(
        isThere("promtool"),
        "promtool is not on the path ('apt-get install prometheus'): the alert rules are not tested");
    Process promtool =
        new ProcessBuilder(
                Stream.concat(Stream.of("promtool"), Stream.of(arguments.split(" "))).toList())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, promtool.waitFor(), said);
  }

  @Test
  void every_alert_has_a_test_and_a_line_in_the_documentation() throws IOException {
    String tests = Files.readString(FOLDER.resolve("alerts-test.yml"));
    String documentation = Files.readString(FOLDER.resolveSibling("docs/operations.md"));
    Set<String> alerts = new TreeSet<>(rules().findValuesAsText("alert"));
    assertTrue(alerts.contains("OutboxWaits"), alerts.toString());
    alerts.removeIf(
        alert ->
            tests.contains("alertname: " + alert) && documentation.contains("| `" + alert + "` |"));
    assertEquals(Set.of(), alerts);
  }

  @Test
  void every_metric_that_alerts_and_dashboard_use_is_there() throws IOException {
    Loop loop = new Loop(RunningStack.get());
    loop.intake(Role.CHANNEL_CLERK)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(Map.of("channel", "HOTLINE_12319", "text", "路灯不亮"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    Set<String> used = used();
    assertTrue(used.contains("bihuan_outbox_age_seconds"), used.toString());
    for (ServiceName service : ServiceName.values()) {
      used.removeAll(Scrape.of(RunningStack.get().service(service)).names());
    }
    assertEquals(Set.of(), used);
  }

  private static Set<String> used() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    Set<String> used = new TreeSet<>();
    Stream.of(rules().findValuesAsText("expr"), dashboard.findValuesAsText("expr"))
        .flatMap(List::stream)
        .flatMap(expression -> METRIC.matcher(expression).results())
        .map(MatchResult::group)
        .forEach(used::add);
    return used;
  }

  private static JsonNode rules() throws IOException {
    return new YAMLMapper().readTree(FOLDER.resolve("alerts.yml").toFile());
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
