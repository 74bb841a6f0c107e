package org.bihuan.dispatch.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockReadingTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant WARN_AT = START.plus(Duration.ofHours(36));
  private static final Instant DUE_AT = START.plus(Duration.ofHours(48));

  @ParameterizedTest(name = "{0} after the start: {1}, {2} left")
  @CsvSource({
    "PT0S,       GREEN,  PT48H",
    "PT36H,      GREEN,  PT12H",
    "PT36H1S,    YELLOW, PT11H59M59S",
    "PT48H,      YELLOW, PT0S",
    "PT48H0.5S,  RED,    PT-1S",
    "PT50H,      RED,    PT-2H",
  })
  void a_running_clock_turns_yellow_and_red(Duration after, Light light, Duration remaining) {
    ClockReading reading = ClockReading.of(WARN_AT, DUE_AT, null, START.plus(after));
    assertEquals(light, reading.light());
    assertEquals(remaining, reading.remaining());
    assertEquals(light == Light.RED, reading.overdue());
  }

  @Test
  void a_final_reply_stops_the_clock_for_good() {
    Instant reply = DUE_AT.minusSeconds(1);
    ClockReading muchLater =
        ClockReading.of(WARN_AT, DUE_AT, reply, DUE_AT.plus(Duration.ofDays(30)));
    assertEquals(Light.YELLOW, muchLater.light());
    assertEquals(Duration.ofSeconds(1), muchLater.remaining());
    assertNull(muchLater.overdueSince());
  }

  @Test
  void a_reply_at_the_last_moment_is_in_time_and_one_after_it_is_not() {
    Instant later = DUE_AT.plus(Duration.ofDays(1));
    assertEquals(false, ClockReading.of(WARN_AT, DUE_AT, DUE_AT, later).overdue());
    ClockReading late = ClockReading.of(WARN_AT, DUE_AT, DUE_AT.plusNanos(1000), later);
    assertEquals(true, late.overdue());
    assertEquals(DUE_AT, late.overdueSince());
  }

  @Test
  void without_a_limit_there_is_no_light() {
    ClockReading reading = ClockReading.of(null, null, null, START);
    assertNull(reading.light());
    assertNull(reading.remaining());
    assertEquals(false, reading.overdue());
  }
}
