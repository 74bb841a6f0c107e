package org.bihuan.localstack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code ./bihuan latency}. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "Sends complaints at a steady rate to the running stack and tells how long each took until it"
          + " was answered and until its order item could be read, and in which hop.",
      "Ends with 1 when the 99th percentile of the latter is above 300 ms or anything failed."
    })
final class LatencyCommand implements Callable<Integer> {
  /** The reach set for an answered complaint to become a visible order item (99th percentile). */
  private static final Duration REACH = Duration.ofMillis(300);

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LAST_EVENTS = Duration.ofSeconds(10);
  private static final int HIGHEST_RATE = 500;
  private static final int LONGEST_SECONDS = 3_600;
  private static final int NAMED = 5;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "Complaints a second, 1 to 500 (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "How long to measure, 1 to 3600 (default: ${DEFAULT-VALUE}), after 10 s of warm-up.")
  private int seconds;

  @Override
  public Integer call() throws InterruptedException {
    requireWithin("--rate", rate, HIGHEST_RATE);
    requireWithin("--seconds", seconds, LONGEST_SECONDS);
    // The consumer would print its whole configuration.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    Layout layout = Main.layout();
    Stack stack = Stack.attach(layout);
    if (!stack.intake().isReady() || !stack.dispatch().isReady() || !stack.broker().isReady()) {
      throw new StackFailure(
          "intake, dispatch and kafka must be up: run './bihuan up --detach' first.");
    }
    Tokens tokens = Tokens.of(layout);
    LatencyRun run =
        new LatencyRun(
            new ServiceClient(stack.intake().address(), tokens),
            new ServiceClient(stack.dispatch().address(), tokens));
    try (LatencyEvents events = new LatencyEvents(stack.broker())) {
      run.send(rate, WARM_UP, Duration.ofSeconds(seconds));
      return report(run, events);
    }
  }

  private int report(LatencyRun run, LatencyEvents events) {
    List<LatencyPassage> passages = run.passages();
    System.out.printf(
        "%d complaints at %d a second, %d failed%n%n",
        passages.size(), rate, run.failures().size());
    run.failures().stream().limit(NAMED).forEach(System.out::println);
    if (passages.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    if (!events.awaitAll(passages.stream().map(LatencyPassage::problemId).toList(), LAST_EVENTS)) {
      throw new StackFailure("Order items were seen whose events are not on the topics.");
    }
    LatencyReport report =
        new LatencyReport(
            passages.stream()
                .map(
                    passage ->
                        new LatencyReport.Timing(
                            passage, events.of(passage.problemId()).orElseThrow()))
                .toList());
    System.out.print(report.toText());
    return verdict(report.visibleP99(), run.failures().isEmpty());
  }

  private static int verdict(Duration visibleP99, boolean complete) {
    boolean inTime = visibleP99.compareTo(REACH) <= 0;
    System.out.printf(
        "%n99 of 100 order items are seen within %d ms; the reach is %d ms: %s%n",
        visibleP99.toMillis(), REACH.toMillis(), inTime ? "kept" : "MISSED");
    return inTime && complete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void requireWithin(String option, int value, int highest) {
    if (value < 1 || value > highest) {
      throw new StackFailure(option + " is 1 to " + highest + ", not " + value + ".");
    }
  }
}
