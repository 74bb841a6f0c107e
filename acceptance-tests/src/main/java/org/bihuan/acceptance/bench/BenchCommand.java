package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Layout;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast Bihuan is, each figure beside a reference of the same run, on a stack of"
          + " its own.",
      "Ends with 1 when a promised figure is missed or anything failed; docs/performance.md"
          + " explains the rows."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** The works there are, in the order in which they run. */
  enum Promise {
    P1,
    P3
  }

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "P",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Promise> only = List.of(Promise.values());

  @Option(
      names = "--quick",
      description =
          "A few seconds each: shows that everything can be measured, not how fast it is.")
  private boolean quick;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the figures go (default: .bihuan/bench/TIME.json).")
  private Path json;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each thing is measured, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int repeats;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "15",
      description = "How long one measurement lasts, 1 to 3600 (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Seconds of work before the first measurement, 1 to 3600 (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Override
  public Integer call() throws Exception {
    requireWithin("--repeats", repeats, 1, 100);
    requireWithin("--seconds", seconds, 1, 3_600);
    requireWithin("--warm-up", warmUp, 1, 3_600);
    Path root = ProofStack.root();
    Machine machine = Machine.here();
    Layout layout = new Layout(root, root.resolve(".bihuan").resolve("proof-bench"));
    Effort effort = effort(layout.directory().resolve("scratch"));
    List<String> notes = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    if (only.contains(Promise.P1) || only.contains(Promise.P3)) {
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        Effort first = only.contains(Promise.P1) ? effort : effort.forOneRate();
        figures.addAll(registration(stack, first, notes));
        if (only.contains(Promise.P3)) {
          begin("P3: from the answer to the order item");
          figures.addAll(
              new VisibilityWork(layout, stack, effort, halfOfRate(figures), notes).measure());
        }
      }
    }
    figures.removeIf(figure -> !only.contains(Promise.valueOf(figure.work())));
    BenchReport report = new BenchReport(machine, notes, figures);
    System.out.println();
    System.out.print(report.toText(!quick));
    Path file =
        json == null
            ? root.resolve(".bihuan/bench").resolve(FILE_TIME.format(LocalDateTime.now()) + ".json")
            : json;
    report.writeJson(file);
    System.out.println("Figures in " + file);
    return quick || report.allKept() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** P3 needs the rate that P1 finds. */
  private static List<Figure> registration(Stack stack, Effort effort, List<String> notes)
      throws IOException, SQLException, InterruptedException {
    begin("P1: complaints over HTTP, with the same INSERTs beside them");
    return new RegistrationWork(stack, effort, notes).measure();
  }

  private static int halfOfRate(List<Figure> figures) {
    return Math.max(1, (int) figures.get(0).median() / 2);
  }

  private static void begin(String work) {
    System.out.println(work);
  }

  private Effort effort(Path scratch) {
    return quick
        ? new Effort(1, Duration.ofSeconds(3), Duration.ofSeconds(3), List.of(4, 16), scratch)
        : new Effort(
            repeats,
            Duration.ofSeconds(seconds),
            Duration.ofSeconds(warmUp),
            List.of(16, 64),
            scratch);
  }

  private static void requireWithin(String option, int value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      throw new StackFailure(option + " is " + lowest + " to " + highest + ", not " + value + ".");
    }
  }
}
