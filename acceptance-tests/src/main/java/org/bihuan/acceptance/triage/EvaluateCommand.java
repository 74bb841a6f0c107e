package org.bihuan.acceptance.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.duplicates.DuplicateEvaluation;
import org.bihuan.localstack.Stack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./bihuan evaluate}: how often what files itself is right, on messages read by a person.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Sends the labelled messages of the FILEs without a category and compares what intake makes"
          + " of them:",
      "those held out, from which no shipped model has learned.",
      "Ends with 1 when of ten that file themselves fewer than nine are right."
    })
public final class EvaluateCommand implements Callable<Integer> {

  private static final double LEAST_PRECISION = 0.9;

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.ndjson",
      description = "The messages: one JSON object {id, subject, text} a line.")
  private List<Path> files;

  @Option(
      names = "--training",
      description = "Those that the model has learned from; such figures flatter.")
  private boolean training;

  @Option(
      names = "--without",
      paramLabel = "WORD",
      description = "Leaves out messages with this word, as of one matter of which many wrote.")
  private String without;

  @Option(
      names = "--duplicates",
      description =
          "FILE is the folder of the three files instead: compares what intake takes for"
              + " near-duplicates with labelled pairs of messages, and ends with 1 when that is"
              + " worse than promised.")
  private boolean duplicates;

  @Override
  public Integer call() throws IOException, SQLException {
    PrintWriter out = specification.commandLine().getOut();
    return duplicates ? duplicates(out) : recognition(out);
  }

  private int recognition(PrintWriter out) throws IOException {
    Map<String, JsonNode> messages = Messages.of(files);
    messages.values().removeIf(this::isLeftOut);
    List<Label> labels =
        Label.all().stream().filter(label -> label.isHeldOut() != training).toList();
    try (Stack stack = ProofStack.start(ProofStack.root(), "evaluate")) {
      Evaluation evaluation =
          new Evaluation(new TriageEvaluation(stack, new Client(stack)).of(messages, labels));
      evaluation.lines().forEach(out::println);
      out.flush();
      return evaluation.precision() >= LEAST_PRECISION
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int duplicates(PrintWriter out) throws IOException, SQLException {
    try (Stack stack = ProofStack.start(ProofStack.root(), "evaluate-duplicates")) {
      DuplicateEvaluation.Result result = new DuplicateEvaluation(stack, files.get(0)).measure();
      result.lines().forEach(out::println);
      out.flush();
      return result.kept() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private boolean isLeftOut(JsonNode message) {
    return without != null
        && (message.path("subject").asText() + message.path("text").asText()).contains(without);
  }
}
