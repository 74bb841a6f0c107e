package org.bihuan.dispatch.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;
import org.bihuan.kit.time.DistrictTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** By the calendars of 2025 and 2026, as the State Council has announced them. */
class CountedTimeTest {

  private static final WorkCalendar CALENDAR = ShippedCalendar.read();

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(DistrictTime.ZONE).toInstant();
  }

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "NATURAL_HOURS, 2026-09-30T10:00, PT48H,  2026-10-02T10:00, false, every hour counts on a holiday too",
    "WORKING_DAYS,  2026-11-24T10:00, PT48H,  2026-11-26T10:00, false, two working days in a row",
    "WORKING_DAYS,  2026-11-27T15:00, PT24H,  2026-11-30T15:00, false, a weekend does not count",
    "WORKING_DAYS,  2026-09-30T10:00, PT48H,  2026-10-09T10:00, false, nor do the seven days of October",
    "WORKING_DAYS,  2026-10-09T15:00, PT24H,  2026-10-10T15:00, false, a Saturday that is worked counts",
    "WORKING_DAYS,  2026-11-28T12:00, PT24H,  2026-12-01T00:00, false, begun on a Saturday it is over with Monday",
    "WORKING_HOURS, 2026-11-30T09:00, PT4H,   2026-11-30T14:30, false, noon does not count",
    "WORKING_HOURS, 2026-11-30T07:00, PT1H,   2026-11-30T09:30, false, nor does the time before the offices open",
    "WORKING_HOURS, 2026-11-27T17:00, PT4H,   2026-11-30T12:00, false, it is over when the offices close",
    "WORKING_HOURS, 2026-02-13T17:29, PT1H1M, 2026-02-14T09:30, false, a Saturday worked for the Spring Festival",
    "WORKING_HOURS, 2026-11-30T09:00, PT-1H,  2026-11-27T17:00, false, backwards over a weekend",
    "WORKING_DAYS,  2026-10-08T10:00, PT-24H, 2026-09-30T10:00, false, backwards over the seven days of October",
    "WORKING_DAYS,  2026-12-31T10:00, PT24H,  2027-01-01T10:00, true,  nobody has loaded 2027 yet",
    "WORKING_DAYS,  2027-10-01T10:00, PT24H,  2027-10-04T10:00, true,  so it works from Monday to Friday",
    "WORKING_HOURS, 2027-10-01T17:00, PT1H,   2027-10-04T09:00, true,  with the office hours of the year before",
  })
  void time_is_counted_as_the_offices_work(
      Counting counting, String start, Duration length, String end, boolean estimated, String why) {
    CountedTime time = CALENDAR.counting(counting);
    assertEquals(at(end), time.plus(at(start), length));
    assertEquals(length, time.between(at(start), at(end)));
    assertEquals(estimated, time.isEstimated(at(end)));
  }

  @ParameterizedTest
  @EnumSource(Counting.class)
  void what_is_added_is_what_lies_between(Counting counting) {
    CountedTime time = CALENDAR.counting(counting);
    Random random = new Random(20261129);
    for (int i = 0; i < 500; i++) {
      Instant start =
          at("2026-01-01T00:00").plus(random.nextLong(31_000_000_000L), ChronoUnit.MILLIS);
      Duration length = Duration.ofMillis(1 + random.nextLong(700_000_000L));
      Instant end = time.plus(start, length);
      assertEquals(length, time.between(start, end));
      assertEquals(length.negated(), time.between(end, start));
      assertEquals(time.between(start, time.plus(end, length.negated())), Duration.ZERO);
      assertEquals(
          length,
          time.stretches(start, end).stream()
              .map(Stretch::length)
              .reduce(Duration.ZERO, Duration::plus));
    }
  }

  @Test
  void a_year_without_any_calendar_has_the_usual_hours() {
    CountedTime time = WorkCalendar.of(List::of).counting(Counting.WORKING_HOURS);
    assertEquals(at("2026-10-01T09:30"), time.plus(at("2026-10-01T08:00"), Duration.ofHours(1)));
    assertTrue(time.isEstimated(at("2026-10-01T09:30")));
  }
}
