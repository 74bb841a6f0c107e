package org.bihuan.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.acceptance.latency.Latency;
import org.bihuan.acceptance.latency.LatencyReport;
import org.bihuan.localstack.Stack;

/**
 * P3: how soon after its answer a complaint is an order item that can be read, with complaints
 * arriving by the clock whether or not earlier ones are through.
 */
final class VisibilityWork implements Work {

  private static final double P50_MILLIS = 60;
  private static final double P99_MILLIS = 300;
  private static final double NANOS_PER_MILLI = 1e6;

  /** So many a second are followed; looking for more would take the cores from the services. */
  private static final int FOLLOWED = 20;

  /** Where the search for the highest rate begins, and how finely it ends. */
  private static final int LOWEST_RATE = 10;

  private static final double FINE = 1.25;

  /** Warmed up at this part of the rate, which leaves little behind and yet compiles. */
  private static final int WARMING = 4;

  private final Stack stack;
  private final Latency latency;
  private final Effort effort;
  private final int asked;
  private final List<String> notes;

  /**
   * @param asked complaints a second at which the promise is judged: half of what P1 reached
   */
  VisibilityWork(Stack stack, Effort effort, int asked, List<String> notes) {
    this.stack = stack;
    this.latency = new Latency(stack);
    this.effort = effort;
    this.asked = asked;
    this.notes = notes;
  }

  @Override
  public List<Figure> measure() throws InterruptedException {
    stack.dispatch().start();
    stack.inspection().start();
    measure(Math.max(LOWEST_RATE, asked / WARMING), effort.warmUp());
    int sustained = highestKept();
    notes.add(
        "P3: the whole loop kept the reach up to "
            + sustained
            + " complaints a second; half of P1's rate at 16 connections is "
            + asked);
    List<Figure> figures = new ArrayList<>(figures("at half of P1's rate, ", asked, true));
    if (sustained > 0 && sustained < asked) {
      figures.addAll(figures("at the highest rate that keeps it, ", sustained, false));
    }
    return figures;
  }

  private List<Figure> figures(String when, int rate, boolean promised)
      throws InterruptedException {
    List<Double> p50 = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    List<Double> sent99 = new ArrayList<>();
    List<Double> failed = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      Latency.Result result = measure(rate, settling());
      LatencyReport report = result.report();
      boolean none = report.timings().isEmpty();
      p50.add(millis(none ? Latency.SEEN_LIMIT : report.visibleAfterAnswer(50)));
      p99.add(millis(none ? Latency.SEEN_LIMIT : report.visibleAfterAnswer(99)));
      sent99.add(millis(none ? Latency.SEEN_LIMIT : report.visible(99)));
      failed.add((double) result.failures().size());
    }
    String at = when + rate + " a second: ";
    return List.of(
        new Figure(
            "P3",
            at + "answer to item, p50, ms",
            p50,
            List.of(),
            promised ? Figure.Reach.atMost(P50_MILLIS) : null),
        new Figure(
            "P3",
            at + "answer to item, p99, ms",
            p99,
            List.of(),
            promised ? Figure.Reach.atMost(P99_MILLIS) : null),
        new Figure("P3", at + "intended sending to item, p99, ms", sent99, List.of(), null),
        new Figure(
            "P3",
            at + "refused, or no item within " + Latency.SEEN_LIMIT.toSeconds() + " s",
            failed,
            List.of(),
            Figure.Reach.atMost(0)));
  }

  /** Doubles the rate until the reach is missed, then halves the distance; 0 when none keeps it. */
  private int highestKept() throws InterruptedException {
    int kept = 0;
    int missed = 0;
    for (int rate = LOWEST_RATE; missed == 0 && rate <= 2 * asked; rate *= 2) {
      if (keeps(rate)) {
        kept = rate;
      } else {
        missed = rate;
      }
    }
    while (kept > 0 && missed > kept * FINE) {
      int rate = (kept + missed) / 2;
      if (keeps(rate)) {
        kept = rate;
      } else {
        missed = rate;
      }
    }
    return kept;
  }

  private boolean keeps(int rate) throws InterruptedException {
    Latency.Result result = measure(rate, settling());
    return result.failures().isEmpty()
        && !result.report().timings().isEmpty()
        && millis(result.report().visibleAfterAnswer(50)) <= P50_MILLIS
        && millis(result.report().visibleAfterAnswer(99)) <= P99_MILLIS;
  }

  /** Not before what a rate that was too high, or P1 without dispatch, has left is through. */
  private Latency.Result measure(int rate, Duration warmUp) throws InterruptedException {
    Quiescence.awaitForNowIn(stack, LifeWork.REST_LIMIT);
    return latency.measure(rate, FOLLOWED, warmUp, effort.measured());
  }

  /** A moment in which a new rate becomes steady. */
  private static Duration settling() {
    return Duration.ofSeconds(2);
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / NANOS_PER_MILLI;
  }
}
