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
import org.bihuan.acceptance.api.Machine;
import org.bihuan.acceptance.api.OptionRange;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
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

  private static final int QUICK_LIVES = 1_000;

  /** Of a batch of complaints. */
  private static final int QUICK_LINES = 500;

  private static final int MOST_LINES = 10_000;

  /** By so much the one store of lives is larger than the other. */
  private static final int TIMES = 10;

  private static final int FAR_BACK = 1_000;
  private static final int ROWS_BEHIND_A_PAGE = 10;

  /** The works there are, in the order in which they run. */
  enum Promise {
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7,
    P8,
    P9,
    L1,
    C1,
    R1
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

  @Option(
      names = "--lives",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "P4 and P5 compare N stored lives with ten times as many; in P6 as many are open and N"
              + " fall due, in P7 as many are open, in P8 as many are in the month. 1000 to 100000 (default:"
              + " ${DEFAULT-VALUE}).")
  private int lives;

  @Option(
      names = "--entries",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "L1 verifies new entries of the ledger on N sealed ones, as many, at most a million. 1000"
              + " to 20000000 (default: ${DEFAULT-VALUE}).")
  private int entries;

  @Override
  public Integer call() throws Exception {
    OptionRange.require("--repeats", repeats, 1, 100);
    OptionRange.require("--seconds", seconds, 1, 3_600);
    OptionRange.require("--warm-up", warmUp, 1, 3_600);
    OptionRange.require("--lives", lives, 1_000, 100_000);
    OptionRange.require("--entries", entries, 1_000, 20_000_000);
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
          figures.addAll(new VisibilityWork(stack, effort, halfOfRate(figures), notes).measure());
        }
      }
    }
    if (only.contains(Promise.P2)) {
      begin("P2: complaints by the thousand, with single calls beside them");
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        int lines = quick ? QUICK_LINES : MOST_LINES;
        figures.addAll(new BatchWork(stack, lines, effort, notes).measure());
      }
    }
    if (only.contains(Promise.P4) || only.contains(Promise.P5)) {
      figures.addAll(onStoredLives(root, effort, notes));
    }
    if (only.contains(Promise.P6)) {
      begin("P6: items that fall due together, with two replicas of which one is killed");
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        figures.addAll(new DueWork(stack, TIMES * (quick ? QUICK_LIVES : lives), notes).measure());
      }
    }
    if (only.contains(Promise.P7)) {
      begin("P7: near-duplicates among open problems");
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        int open = TIMES * (quick ? QUICK_LIVES : lives);
        figures.addAll(new SimilarWork(stack, open, effort, notes).measure());
      }
    }
    if (only.contains(Promise.P8)) {
      begin("P8: the assessment of a month with very many items");
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        int items = TIMES * (quick ? QUICK_LIVES : lives);
        figures.addAll(new AssessmentWork(stack, items, effort, notes).measure());
      }
    }
    if (only.contains(Promise.P9)) {
      begin("P9: the start of everything, and the memory it takes");
      figures.addAll(new StartWork(layout, effort).measure());
    }
    if (only.contains(Promise.L1)) {
      begin("L1: a ledger verified from the checkpoint");
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        int sealed = quick ? TIMES * QUICK_LIVES : entries;
        figures.addAll(new LedgerWork(stack, sealed, effort, notes).measure());
      }
    }
    if (only.contains(Promise.C1)) {
      begin("C1: the console after the login, on stored lives");
      try (Stack stack = new SeededCases(root, quick ? QUICK_LIVES : lives).start(notes)) {
        figures.addAll(new ConsoleWork(stack, effort).measure());
      }
    }
    if (only.contains(Promise.R1)) {
      begin("R1: replicas of dispatch over the same backlog");
      try (Stack stack = Stack.startEmpty(layout, Options.besideOthers())) {
        int backlog = quick ? QUICK_LINES : MOST_LINES;
        figures.addAll(new ReplicaWork(stack, backlog, effort, notes).measure());
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
    return exitCode(report, quick);
  }

  /** Too little was measured in a quick run to judge by it. */
  static int exitCode(BenchReport report, boolean quick) {
    return quick || report.allKept() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** P3 needs the rate that P1 finds. */
  private static List<Figure> registration(Stack stack, Effort effort, List<String> notes)
      throws IOException, SQLException, InterruptedException {
    begin("P1: complaints over HTTP, with the same INSERTs beside them");
    return new RegistrationWork(stack, effort, notes).measure();
  }

  private List<Figure> onStoredLives(Path root, Effort effort, List<String> notes)
      throws IOException, SQLException, InterruptedException {
    int fewest = quick ? QUICK_LIVES : lives;
    begin("P4, P5: stored lives, made when they are not there yet");
    List<Figure> figures = new ArrayList<>();
    try (Stack few = new SeededCases(root, fewest).start(notes);
        Stack many = new SeededCases(root, TIMES * fewest).start(notes)) {
      if (only.contains(Promise.P4)) {
        begin("P4: lists, filters, pages far back, single reads");
        int page = Math.min(FAR_BACK, fewest / ROWS_BEHIND_A_PAGE);
        ReadingWork reading = new ReadingWork(few, many, page, effort);
        reading.requireRows();
        figures.addAll(reading.measure());
      }
      if (only.contains(Promise.P5)) {
        begin("P5: whole lives");
        figures.addAll(new LifeWork(few, many, effort).measure());
      }
    }
    return figures;
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
}
