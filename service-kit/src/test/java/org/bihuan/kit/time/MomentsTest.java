package org.bihuan.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:15:00+08:00,           2026-11-24T00:15:00Z",
    "2026-11-24T08:15:00.123456+08:00,    2026-11-24T00:15:00.123456Z",
    "2026-11-24T08:15:00.123456999+08:00, 2026-11-24T00:15:00.123456Z",
    "2026-11-24T23:59:59.999999999Z,      2026-11-24T23:59:59.999999Z",
  })
  void a_moment_is_read_to_the_microsecond_and_never_rounded_up(String text, Instant expected) {
    assertEquals(expected, Moments.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T08:15:00", "2026-11-24", "1899-12-31T23:59:59Z", "now"})
  void what_is_no_moment_is_refused(String text) {
    assertThrows(DateTimeException.class, () -> Moments.read(text));
  }

  @Test
  void the_clock_ticks_in_microseconds() {
    Clock clock = new ClockProducer().clock();
    Instant now = clock.instant();
    assertEquals(now.truncatedTo(ChronoUnit.MICROS), now);
  }
}
