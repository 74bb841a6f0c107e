package org.bihuan.acceptance.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
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
      "Sends the labelled messages of FILE without a category and compares what intake makes of them.",
      "Ends with 1 when of ten that file themselves fewer than eight are right."
    })
public final class EvaluateCommand implements Callable<Integer> {

  private static final double LEAST_PRECISION = 0.8;

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  @Parameters(
      paramLabel = "FILE.ndjson",
      description = "The messages: one JSON object {id, subject, text} a line.")
  private Path file;

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
    if (duplicates) {
      return duplicates(out);
    }
    List<Label> labels = labels();
    try (Stack stack = ProofStack.start(ProofStack.root(), "evaluate")) {
      Evaluation evaluation = new TriageEvaluation(stack, new Client(stack)).of(file, labels);
      evaluation.lines().forEach(out::println);
      out.flush();
      return evaluation.precision() >= LEAST_PRECISION
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int duplicates(PrintWriter out) throws IOException, SQLException {
    try (Stack stack = ProofStack.start(ProofStack.root(), "evaluate-duplicates")) {
      DuplicateEvaluation.Result result = new DuplicateEvaluation(stack, file).measure();
      result.lines().forEach(out::println);
      out.flush();
      return result.kept() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static List<Label> labels() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                EvaluateCommand.class.getResourceAsStream("labels.tsv"), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Label::parse).toList();
    }
  }
}
