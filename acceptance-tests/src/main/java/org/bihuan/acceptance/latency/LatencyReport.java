package org.bihuan.acceptance.latency;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The figures of a run.
 *
 * @param timings one for each complaint that was followed to its item, with what the events told of
 *     it
 */
public record LatencyReport(List<Timing> timings) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** A complaint with all its moments. */
  public record Timing(LatencyPassage passage, LatencyEvents.Moments moments) {
    private Duration answer() {
      return Duration.between(passage.intended(), passage.answered());
    }

    private Duration visible() {
      return Duration.between(passage.intended(), passage.seen());
    }

    private Duration visibleAfterAnswer() {
      return Duration.between(passage.answered(), passage.seen());
    }

    private Duration untilFiled() {
      return Duration.between(passage.intended(), moments.filed());
    }

    private Duration untilPublished() {
      return Duration.between(moments.filed(), moments.published());
    }

    private Duration untilIssued() {
      return Duration.between(moments.published(), moments.issued());
    }

    private Duration untilSeen() {
      return Duration.between(moments.issued(), passage.seen());
    }
  }

  /** Percentile of the time from the intended moment of sending until the order item is seen. */
  public Duration visible(int percent) {
    return percentile(sorted(Timing::visible), percent);
  }

  /** Percentile of the time from intake's answer until the order item is seen. */
  public Duration visibleAfterAnswer(int percent) {
    return percentile(sorted(Timing::visibleAfterAnswer), percent);
  }

  /** The smallest value that {@code percent} of all do not exceed. */
  static Duration percentile(List<Duration> sorted, int percent) {
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.get(Math.max(0, rank - 1));
  }

  /** A table for people. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-44s%12s%12s%12s%12s%n", "from intended sending", "p50", "p90", "p99", "max"));
    row(text, "to the answer", Timing::answer);
    row(text, "to the order item seen over HTTP", Timing::visible);
    row(text, "from the answer to the item seen over HTTP", Timing::visibleAfterAnswer);
    text.append(String.format("%n%-44s%12s%12s%12s%12s%n", "hop", "p50", "p99", "max", "share"));
    hop(text, "request -> answered *", Timing::answer);
    hop(text, "request -> problem filed", Timing::untilFiled);
    hop(text, "filed -> on the topic", Timing::untilPublished);
    hop(text, "on the topic -> item issued", Timing::untilIssued);
    hop(text, "item issued -> seen over HTTP", Timing::untilSeen);
    text.append(
        String.format(
            "* ends beside the way to the item; the four other hops add up to the whole%n"));
    return text.toString();
  }

  private void row(StringBuilder text, String label, Function<Timing, Duration> measure) {
    List<Duration> sorted = sorted(measure);
    text.append(
        String.format(
            "%-44s%12s%12s%12s%12s%n",
            label,
            millis(percentile(sorted, 50)),
            millis(percentile(sorted, 90)),
            millis(percentile(sorted, 99)),
            millis(percentile(sorted, 100))));
  }

  private void hop(StringBuilder text, String label, Function<Timing, Duration> measure) {
    List<Duration> sorted = sorted(measure);
    text.append(
        String.format(
            "%-44s%12s%12s%12s%10.0f %%%n",
            label,
            millis(percentile(sorted, 50)),
            millis(percentile(sorted, 99)),
            millis(percentile(sorted, 100)),
            100.0 * sum(sorted) / sum(sorted(Timing::visible))));
  }

  private List<Duration> sorted(Function<Timing, Duration> measure) {
    return timings.stream().map(measure).sorted().toList();
  }

  private static double sum(List<Duration> durations) {
    return durations.stream().mapToLong(Duration::toNanos).sum();
  }

  private static String millis(Duration duration) {
    return String.format("%.1f ms", duration.toNanos() / NANOS_PER_MILLI);
  }
}
