package org.bihuan.dispatch.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.dispatch.history.LimitRun;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;

/**
 * How long a limit is, and which time counts toward it.
 *
 * @param limit length of a first limit
 * @param warnAt share of a limit after which it turns yellow
 * @param reworkShare share of {@code limit} that a failed re-check gives
 */
record Rule(CountedTime time, Duration limit, BigDecimal warnAt, BigDecimal reworkShare) {

  static Rule of(SlaPolicy policy, WorkCalendar calendar) {
    return new Rule(
        calendar.counting(policy.counting()),
        policy.limit(),
        policy.warnAt(),
        policy.reworkShare());
  }

  /** What {@code supposed} leaves open is as {@code policy} has it. */
  static Rule of(SlaPolicy policy, SupposedPolicy supposed, WorkCalendar calendar) {
    Counting counting = supposed.counting() == null ? policy.counting() : supposed.counting();
    return new Rule(
        calendar.counting(counting),
        supposed.limit() == null ? policy.limit() : supposed.limit(),
        supposed.warnAt() == null ? policy.warnAt() : supposed.warnAt(),
        supposed.reworkShare() == null ? policy.reworkShare() : supposed.reworkShare());
  }

  /** How long a limit is that {@code begunBy} has begun. */
  Duration length(ItemAction begunBy) {
    return begunBy == ItemAction.FAIL_RECHECK ? share(limit, reworkShare) : limit;
  }

  /**
   * What becomes of a limit of this length; an extension adds what it has added. It is late when
   * the clock still runs after the moment at which it was used up, also while nothing counts, as
   * after the offices have closed.
   */
  Tally tally(LimitRun run, Duration length) {
    Duration whole = length.plus(run.extended());
    Duration used = Duration.ZERO;
    boolean late = false;
    for (CountedTime.Stretch stretch : run.running()) {
      Duration here = time.between(stretch.from(), stretch.to());
      Duration left = whole.minus(used);
      late |= here.compareTo(left) >= 0 && stretch.to().isAfter(time.plus(stretch.from(), left));
      used = used.plus(here);
    }
    boolean warned = used.compareTo(share(length, warnAt).plus(run.extended())) >= 0;
    return Tally.of(warned || late, late, used.minus(whole));
  }

  /** How much of the time that counts the clock of a limit has used. */
  Duration used(LimitRun run) {
    return run.running().stream()
        .map(stretch -> time.between(stretch.from(), stretch.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * When the clock of a limit would have stood for the last time, had it used up {@code wanted} of
   * the time that counts: between the same pauses, and without any after its last one.
   *
   * @param run whose clock ran at some time
   */
  Instant end(LimitRun run, Duration wanted) {
    Duration left = wanted;
    CountedTime.Stretch last = run.running().get(run.running().size() - 1);
    for (CountedTime.Stretch stretch : run.running()) {
      Duration here = time.between(stretch.from(), stretch.to());
      boolean isLast = stretch.equals(last);
      if (isLast && left.equals(here)) {
        // Whoever answers after hours has used no more, and was not done before.
        return stretch.to();
      }
      if (isLast || left.compareTo(here) <= 0) {
        return time.plus(stretch.from(), left);
      }
      left = left.minus(here);
    }
    return last.to();
  }

  /** Rounded up to the second, as the limits themselves are. */
  private static Duration share(Duration length, BigDecimal share) {
    return Duration.ofSeconds(
        BigDecimal.valueOf(length.toSeconds())
            .multiply(share)
            .setScale(0, RoundingMode.UP)
            .longValue());
  }
}
