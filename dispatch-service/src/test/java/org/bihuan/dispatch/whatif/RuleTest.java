package org.bihuan.dispatch.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.bihuan.dispatch.history.LimitRun;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.ShippedCalendar;
import org.bihuan.kit.time.DistrictTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit that ran from Wednesday 2026-09-30 10:00, before seven days of holidays. */
class RuleTest {

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(DistrictTime.ZONE).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // counting, limit, begun by, extended, ran until, warned, overdue, by
    "NATURAL_HOURS, PT48H, ISSUE,        PT0H,  2026-10-02T10:00, 1, 0, PT0H",
    "NATURAL_HOURS, PT48H, ISSUE,        PT0H,  2026-10-02T11:00, 1, 1, PT1H",
    "NATURAL_HOURS, PT48H, ISSUE,        PT24H, 2026-10-02T11:00, 0, 0, PT0H",
    "NATURAL_HOURS, PT48H, FAIL_RECHECK, PT0H,  2026-10-02T10:00, 1, 1, PT24H",
    "NATURAL_HOURS, PT48H, ISSUE,        PT0H,  2026-10-01T21:59, 0, 0, PT0H",
    "NATURAL_HOURS, PT48H, ISSUE,        PT0H,  2026-10-01T22:00, 1, 0, PT0H",
    "WORKING_DAYS,  PT48H, ISSUE,        PT0H,  2026-10-08T10:00, 0, 0, PT0H",
    "WORKING_DAYS,  PT24H, ISSUE,        PT0H,  2026-10-08T12:00, 1, 1, PT2H",
    "WORKING_HOURS, PT8H,  ISSUE,        PT0H,  2026-10-08T10:30, 1, 0, PT0H",
    "WORKING_HOURS, PT7H,  ISSUE,        PT0H,  2026-10-08T10:30, 1, 1, PT1H",
  })
  void a_limit_is_replayed_by_the_time_that_counts(
      Counting counting,
      Duration limit,
      ItemAction begunBy,
      Duration extended,
      String until,
      int warned,
      int overdue,
      Duration by) {
    Instant start = at("2026-09-30T10:00");
    Rule rule =
        new Rule(
            ShippedCalendar.read().counting(counting),
            limit,
            new BigDecimal("0.75"),
            new BigDecimal("0.5"));
    LimitRun run =
        new LimitRun(
            begunBy, start, "GENERAL/1", limit, extended, List.of(new Stretch(start, at(until))));
    assertEquals(new Tally(warned, overdue, by), rule.tally(run));
  }
}
