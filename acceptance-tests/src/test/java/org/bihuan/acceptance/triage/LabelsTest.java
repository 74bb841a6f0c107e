package org.bihuan.acceptance.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.ProofStack;
import org.junit.jupiter.api.Test;

/** The labels fit the reference data, and the figures are counted as they are named. */
class LabelsTest {

  private static final String DATA = "BIHUAN_DATA";
  private static final int FEWEST = 600;

  private static Set<String> codes(String file) throws IOException {
    Path reference =
        ProofStack.root().resolve("intake-service/src/main/resources/reference").resolve(file);
    Set<String> codes = new HashSet<>();
    new ObjectMapper()
        .readTree(reference.toFile())
        .forEach(one -> codes.add(one.path("code").asText()));
    return codes;
  }

  @Test
  void every_label_is_of_a_message_of_its_own_and_names_what_there_is() throws IOException {
    List<Label> labels = Label.all();
    Set<String> categories = codes("categories.json");
    Set<String> bodies = codes("other-bodies.json");
    assertTrue(labels.size() >= FEWEST);
    assertEquals(labels.size(), labels.stream().map(Label::id).distinct().count());
    for (Label label : labels) {
      assertTrue(categories.contains(label.category()), label.toString());
      assertTrue(
          label.alternative().isEmpty() || categories.contains(label.alternative()),
          label.toString());
      assertTrue(label.body().isEmpty() || bodies.contains(label.body()), label.toString());
    }
  }

  private static Result result(String truth, boolean filed, String category, double confidence) {
    Label label =
        truth.isEmpty()
            ? new Label("1", "HELD_OUT", "OTHER_BODY", "OTHER", "", "QUESTION", "TAX")
            : new Label("1", "HELD_OUT", "OURS", truth, "", "COMPLAINT", "");
    return new Result(
        label, filed, filed ? "" : "CATEGORY", category, confidence, "OURS", 0.9, "COMPLAINT", "");
  }

  @Test
  void figures_are_counted_as_they_are_named() {
    Evaluation evaluation =
        new Evaluation(
            List.of(
                result("ELEVATOR", true, "ELEVATOR", 0.95),
                result("ELEVATOR", true, "ANIMALS", 0.95),
                result("ANIMALS", false, "ANIMALS", 0.35),
                result("", true, "ANIMALS", 0.95)));
    assertEquals(1.0 / 3, evaluation.precision(), 1e-9);
    String lines = String.join("\n", evaluation.lines());
    assertTrue(
        lines.contains(
            "filed by itself=3 right=0.333 (exact 0.333) another body's=0.333 share of those in"
                + " scope=0.667"),
        lines);
    assertTrue(lines.contains("macro-F1=0.667 over 2 categories"), lines);
    assertTrue(lines.contains("expected calibration error=0.517"), lines);
  }

  /** The messages are not part of the sources; where they are, {@value #DATA} names the folder. */
  @Test
  void messages_go_through_the_running_service() throws IOException {
    String folder = System.getenv(DATA);
    assumeTrue(folder != null, "Set " + DATA + " to the folder of the messages to run this test.");
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      List<Path> ndjson =
          files.filter(file -> file.toString().endsWith(".ndjson")).collect(Collectors.toList());
      Map<String, JsonNode> messages = Messages.of(ndjson);
      List<Label> cut =
          Label.all().stream()
              .filter(label -> label.isHeldOut() && messages.containsKey(label.id()))
              .toList();
      List<Result> results =
          new TriageEvaluation(RunningStack.get(), new Client(RunningStack.get()))
              .of(messages, cut);
      assertEquals(cut.size(), results.size());
      Evaluation evaluation = new Evaluation(results);
      evaluation.lines().forEach(System.out::println);
      assertTrue(evaluation.precision() >= 0.9);
    }
  }
}
