package org.bihuan.dispatch.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.history.LimitRun;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.sla.LimitKind;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.ShippedCalendar;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.time.DistrictTime;
import org.junit.jupiter.api.Test;

/** How many items are open at once, counted by hand over four days from 2026-09-01. */
class ComparisonTest {

  private static final AssignedUnit UNIT = new AssignedUnit("UNIT", "示例单位");
  private static final Instant START = at("2026-09-01T00:00");
  private static final Stretch PERIOD = new Stretch(START, at("2026-09-05T00:00"));
  private static final Instant NOW = at("2026-09-06T00:00");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(DistrictTime.ZONE).toInstant();
  }

  /** So many hours after the period began. */
  private static Instant hour(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  private static LimitRun run(Instant... running) {
    List<Stretch> stretches =
        Stream.iterate(0, i -> i < running.length, i -> i + 2)
            .map(i -> new Stretch(running[i], running[i + 1]))
            .toList();
    return new LimitRun(
        ItemAction.ISSUE, running[0], "GENERAL/1", Duration.ofHours(48), Duration.ZERO, stretches);
  }

  private static SlaPolicy policy(Counting counting) {
    return SlaPolicy.of(
        new SlaPolicy.Terms(
            LimitKind.RECTIFICATION,
            DeadlineClass.GENERAL,
            counting,
            Duration.ofHours(48),
            new BigDecimal("0.75"),
            new BigDecimal("0.5"),
            null,
            null,
            START),
        1);
  }

  private static UnitComparison compare(Counting counting, Duration limit, LimitRun... runs) {
    List<SlaPolicy> policies = List.of(policy(counting));
    SupposedPolicy supposed = new SupposedPolicy(DeadlineClass.GENERAL, null, limit, null, null);
    Comparison comparison =
        new Comparison(
            PERIOD,
            NOW,
            Rules.of(policies, List.of(), ShippedCalendar.read()),
            Rules.of(policies, List.of(supposed), ShippedCalendar.read()));
    Stream.of(runs).forEach(run -> comparison.add(UNIT, List.of(run)));
    return comparison.view().units().get(0);
  }

  private static OpenAtOnce open(int peak, String mean) {
    return new OpenAtOnce(peak, new BigDecimal(mean));
  }

  private static LimitRun[] fiveItems() {
    return new LimitRun[] {
      // Half of the limit: 24 h open, of a limit of 24 h it would be 12 h.
      run(hour(0), hour(24)),
      // All of it: 48 h, else 24 h.
      run(hour(12), hour(60)),
      // Half of it with a pause of 24 h between: 48 h, else over before the pause, after 12 h.
      run(hour(24), hour(36), hour(60), hour(72)),
      // A quarter: 12 h, else 6 h.
      run(hour(40), hour(52)),
      // Open still: until the period is over, under either rule.
      run(hour(72), NOW)
    };
  }

  @Test
  void a_shorter_limit_leaves_less_open_at_once_when_each_uses_the_same_share_of_it() {
    UnitComparison unit = compare(Counting.NATURAL_HOURS, Duration.ofHours(24), fiveItems());

    // 24 + 48 + 48 + 12 + 24 of 96 hours; three from the 40th to the 52nd.
    assertEquals(open(3, "1.63"), unit.actualOpen());
    // 12 + 24 + 12 + 6 + 24 of 96 hours; two from the 24th to the 36th.
    assertEquals(open(2, "0.81"), unit.supposedOpen());
  }

  @Test
  void a_longer_limit_leaves_more_open_at_once() {
    UnitComparison unit = compare(Counting.NATURAL_HOURS, Duration.ofHours(96), fiveItems());

    // Until hours 48, 96 (not 108), 96 (12 h before the pause, 36 h after it), 64, and 96: 48 + 84
    // + 72
    // + 24 + 24 of 96 hours; four from the 40th to the 48th.
    assertEquals(open(4, "2.63"), unit.supposedOpen());
  }

  @Test
  void the_same_rule_changes_nothing_also_for_who_answers_after_hours() {
    LimitRun afterHours = run(at("2026-09-01T10:00"), at("2026-09-01T22:00"));
    LimitRun byNight = run(at("2026-09-01T23:00"), at("2026-09-02T02:00"));
    for (Counting counting : Counting.values()) {
      UnitComparison unit = compare(counting, Duration.ofHours(48), afterHours, byNight);
      assertEquals(unit.actualOpen(), unit.supposedOpen(), counting.name());
      assertEquals(open(1, "0.16"), unit.actualOpen(), counting.name());
    }
  }

  @Test
  void one_that_is_over_when_another_begins_is_not_open_at_once_with_it() {
    UnitComparison unit =
        compare(
            Counting.NATURAL_HOURS,
            Duration.ofHours(48),
            run(hour(0), hour(48)),
            run(hour(48), hour(96)));

    assertEquals(open(1, "1.00"), unit.actualOpen());
  }
}
