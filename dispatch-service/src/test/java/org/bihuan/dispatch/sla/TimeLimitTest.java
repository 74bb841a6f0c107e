package org.bihuan.dispatch.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final TimeLimit LIMIT =
      TimeLimit.from(
          new Deadline(START, at(36), at(48), at(8), at(4), Duration.ofHours(48), "GENERAL/1"));

  private static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  @Test
  void the_watch_looks_at_a_limit_when_it_turns_yellow_then_red_and_never_after() {
    assertEquals(at(36), LIMIT.attentionAt());
    assertEquals(at(48), LIMIT.told().attentionAt());
    assertNull(LIMIT.told().told().attentionAt());
  }

  @Test
  void a_clock_that_stands_still_needs_no_attention() {
    assertNull(LIMIT.stopped(at(10)).attentionAt());
  }

  @Test
  void what_is_left_after_a_pause_is_what_was_left_before_it() {
    TimeLimit resumed = LIMIT.stopped(at(10)).resumed(at(15), CountedTime.NATURAL);
    assertEquals(at(41), resumed.warnAt());
    assertEquals(at(53), resumed.dueAt());
    assertEquals(at(41), resumed.attentionAt());
    assertEquals(LIMIT.read(at(10)).remaining(), resumed.read(at(15)).remaining());
  }

  @Test
  void a_pause_that_ends_before_it_began_moves_nothing() {
    assertEquals(at(48), LIMIT.stopped(at(10)).resumed(at(9), CountedTime.NATURAL).dueAt());
  }

  @Test
  void a_clock_that_goes_on_red_is_not_told_again() {
    TimeLimit red = LIMIT.told().told().stopped(at(50)).resumed(at(60), CountedTime.NATURAL);
    assertNull(red.attentionAt());
    assertEquals(Light.RED, red.read(at(60)).light());
  }

  @Test
  void what_ends_after_its_limit_was_never_late() {
    assertFalse(LIMIT.ended(at(60)).read(at(70)).overdue());
    assertEquals(at(20), LIMIT.ended(at(20)).stoppedAt());
  }

  @Test
  void what_ends_while_it_stands_still_stays_as_it_was() {
    TimeLimit stopped = LIMIT.stopped(at(50));
    assertSame(stopped, stopped.ended(at(60)));
  }

  @Test
  void what_has_no_limit_ends_without_one() {
    assertEquals(TimeLimit.NONE, TimeLimit.NONE.ended(at(1)));
    assertNull(TimeLimit.NONE.read(at(1)).light());
  }

  @Test
  void an_extension_moves_yellow_and_red_alike_and_tells_both_anew() {
    TimeLimit extended = LIMIT.told().told().extendedTo(at(60), CountedTime.NATURAL);
    assertEquals(at(48), extended.warnAt());
    assertEquals(at(60), extended.dueAt());
    assertEquals(at(48), extended.attentionAt());
    assertEquals(at(60), extended.told().attentionAt());
    assertTrue(extended.extended());
  }

  @Test
  void a_limit_can_be_made_twice_as_long_as_it_was_at_first_and_no_longer() {
    assertEquals(at(96), LIMIT.latestEnd(CountedTime.NATURAL));
    assertEquals(
        at(101),
        LIMIT.stopped(at(10)).resumed(at(15), CountedTime.NATURAL).latestEnd(CountedTime.NATURAL));
  }
}
