package org.bihuan.dispatch.suspension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.bihuan.kit.refusal.Invalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspensionPolicyTest {

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:00:00+08:00, 2026-11-25",
    "2026-11-24T10:00:00+08:00, 2026-12-24",
    // The day of the district, not that of UTC.
    "2026-11-25T00:30:00+08:00, 2026-11-26",
    "2026-11-24T23:59:59+08:00, 2026-11-25",
    "2028-02-20T10:00:00+08:00, 2028-03-21",
    "2026-12-15T10:00:00+08:00, 2027-01-14",
  })
  void the_day_of_review_is_tomorrow_to_thirty_days_ahead(String now, LocalDate day) {
    SuspensionPolicy.check(day, instant(now));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:00:00+08:00, 2026-11-24",
    "2026-11-24T10:00:00+08:00, 2026-12-25",
    "2026-11-25T00:30:00+08:00, 2026-11-25",
    "2028-02-20T10:00:00+08:00, 2028-03-22",
    "2026-12-15T10:00:00+08:00, 2027-01-15",
  })
  void another_day_is_refused_with_the_bounds(String now, LocalDate day) {
    Invalid refusal = assertThrows(Invalid.class, () -> SuspensionPolicy.check(day, instant(now)));
    assertEquals("reviewOn", refusal.faults().get(0).field());
    assertEquals("day-out-of-range", refusal.faults().get(0).code());
  }
}
