package org.bihuan.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weeks on the district's calendar. */
class WeekTest {

  @ParameterizedTest
  @CsvSource({
    "2026-W48, 2026-11-22T16:00:00Z, 2026-11-29T16:00:00Z",
    "2026-W53, 2026-12-27T16:00:00Z, 2027-01-03T16:00:00Z",
    "2027-W01, 2027-01-03T16:00:00Z, 2027-01-10T16:00:00Z"
  })
  void a_week_runs_from_monday_to_sunday_in_the_zone_of_the_district(
      String text, Instant from, Instant to) {
    Week week = Week.read(text);
    assertEquals(from, week.from());
    assertEquals(to, week.to());
    assertEquals(week, Week.of(from));
    assertEquals(week, Week.of(to.minusNanos(1000)));
    assertEquals(text, week.toString());
  }

  @Test
  void weeks_are_counted_back_over_the_end_of_a_year() {
    assertEquals("2026-W52", Week.read("2027-W01").minus(2).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2027-W53", "2026-W00", "2026-48", "2026-W4", "+2026-W48", "1899-W10", "2201-W01"})
  void what_is_no_week_is_not_read(String text) {
    assertThrows(DateTimeException.class, () -> Week.read(text));
  }
}
