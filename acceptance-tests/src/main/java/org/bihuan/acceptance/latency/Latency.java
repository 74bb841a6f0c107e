package org.bihuan.acceptance.latency;

import java.time.Duration;
import java.util.List;
import org.bihuan.acceptance.api.Client;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.StackFailure;

/** Measures how long complaints take to become order items on a stack that runs. */
public final class Latency {
  /** An item that is not seen within it counts as a failure. */
  public static final Duration SEEN_LIMIT = Duration.ofSeconds(10);

  private static final Duration LAST_EVENTS = Duration.ofSeconds(10);

  private final Stack stack;

  public Latency(Stack stack) {
    this.stack = stack;
  }

  /**
   * What a measurement found out.
   *
   * @param report tells of those that were followed to their item; there may be none
   * @param failures why complaints were not answered or not followed to their item; none of them
   *     may be missing in a verdict
   */
  public record Result(LatencyReport report, List<String> failures) {}

  /**
   * Sends {@code rate} complaints a second and returns when each has been followed to its end.
   *
   * @param followed how many of them a second are followed to their item; looking for each of many
   *     would be the greater part of the load
   * @param warmUp time before {@code measured} that does not count: the services are slow until
   *     they have been compiled
   * @throws StackFailure when intake, dispatch or the broker is not up
   */
  public Result measure(int rate, int followed, Duration warmUp, Duration measured)
      throws InterruptedException {
    if (!stack.intake().isReady() || !stack.dispatch().isReady() || !stack.broker().isReady()) {
      throw new StackFailure(
          "intake, dispatch and kafka must be up: run './bihuan up --detach' first.");
    }
    LatencyRun run = new LatencyRun(new Client(stack));
    try (LatencyEvents events = new LatencyEvents(stack.broker())) {
      run.send(rate, followed, warmUp, measured);
      return new Result(report(run, events), run.failures());
    }
  }

  private static LatencyReport report(LatencyRun run, LatencyEvents events) {
    List<LatencyPassage> passages = run.passages();
    if (!events.awaitAll(passages.stream().map(LatencyPassage::problemId).toList(), LAST_EVENTS)) {
      throw new StackFailure("Order items were seen whose events are not on the topics.");
    }
    return new LatencyReport(
        passages.stream()
            .map(
                passage ->
                    new LatencyReport.Timing(passage, events.of(passage.problemId()).orElseThrow()))
            .toList());
  }
}
