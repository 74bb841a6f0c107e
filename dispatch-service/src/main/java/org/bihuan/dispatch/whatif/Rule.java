package org.bihuan.dispatch.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
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

  /** What becomes of a limit under it; an extension adds what it has added. */
  Tally tally(LimitRun run) {
    Duration length = run.begunBy() == ItemAction.FAIL_RECHECK ? share(limit, reworkShare) : limit;
    Duration used =
        run.running().stream()
            .map(stretch -> time.between(stretch.from(), stretch.to()))
            .reduce(Duration.ZERO, Duration::plus);
    Duration warnAfter = share(length, warnAt).plus(run.extended());
    return Tally.of(length.plus(run.extended()), warnAfter, used);
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
