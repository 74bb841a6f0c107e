package org.bihuan.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Months on the district's calendar. */
class MonthTest {

  @Test
  void a_month_lasts_from_its_first_midnight_to_that_of_the_next_one() {
    Month month = Month.read("2026-11");
    assertEquals(Instant.parse("2026-10-31T16:00:00Z"), month.from());
    assertEquals(Instant.parse("2026-11-30T16:00:00Z"), month.to());
    assertEquals(Instant.parse("2026-11-30T15:59:59.999999Z"), month.lastMoment());
    assertEquals(month, Month.of(month.from()));
    assertEquals(month, Month.of(month.lastMoment()));
    assertEquals("2026-12", Month.of(month.to()).toString());
  }

  @Test
  void a_month_is_over_with_its_last_moment() {
    Month month = Month.read("2026-11");
    assertFalse(month.isOver(month.lastMoment()));
    assertTrue(month.isOver(month.to()));
  }

  @Test
  void months_are_counted_back_over_the_end_of_the_year() {
    assertEquals("2025-12", Month.read("2026-01").minus(1).toString());
    assertEquals("2025-11", Month.read("2026-11").minus(12).toString());
    assertTrue(Month.read("2025-12").compareTo(Month.read("2026-01")) < 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2026-00", "2026-1", "26-11", "2200-01", "1899-12", "", "now"})
  void what_is_no_month_is_refused(String text) {
    assertThrows(DateTimeException.class, () -> Month.read(text));
  }
}
