package org.bihuan.dispatch.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.dispatch.sla.TimeLimit;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.junit.jupiter.api.Test;

/** The clock of a unit that helps beside the limit of the item. */
class TaskClockTest {

  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final TimeLimit LIMIT = TimeLimit.from(deadline(48));

  private static Instant hour(int hours) {
    return START.plus(Duration.ofHours(hours));
  }

  private static Deadline deadline(int hours) {
    return new Deadline(
        START, hour(hours * 3 / 4), hour(hours), null, null, Duration.ofHours(hours), "GENERAL/1");
  }

  @Test
  void it_begins_and_ends_with_the_limit_of_the_item() {
    TaskClock clock = TaskClock.of(LIMIT);
    assertEquals(hour(48), clock.dueAt());
    assertEquals(Duration.ofHours(10), clock.heldFor(hour(10)));
    assertEquals(Light.GREEN, clock.read(hour(10)).light());
    assertEquals(Light.YELLOW, clock.read(hour(40)).light());
    assertEquals(Light.RED, clock.read(hour(49)).light());
  }

  @Test
  void yellow_and_red_are_told_once_each() {
    TaskClock clock = TaskClock.of(LIMIT);
    assertEquals(hour(36), clock.nextAttentionAt());
    TaskClock yellow = clock.told();
    assertEquals(hour(48), yellow.nextAttentionAt());
    TaskClock red = yellow.told();
    assertNull(red.nextAttentionAt());
    assertTrue(red.markedOverdue());
  }

  @Test
  void a_reply_stops_it_in_time_or_late() {
    TaskClock inTime = TaskClock.of(LIMIT).stopped(hour(30));
    assertEquals(Light.GREEN, inTime.read(hour(100)).light());
    assertEquals(Duration.ofHours(30), inTime.heldFor(hour(100)));
    assertNull(inTime.nextAttentionAt());
    TaskClock late = TaskClock.of(LIMIT).stopped(hour(50));
    assertTrue(late.read(hour(100)).overdue());
    assertEquals(Duration.ofHours(-2), late.read(hour(100)).remaining());
  }

  @Test
  void what_is_not_owed_any_more_is_not_late() {
    assertFalse(TaskClock.of(LIMIT).ended(hour(60)).read(hour(100)).overdue());
    assertEquals(Duration.ofHours(20), TaskClock.of(LIMIT).ended(hour(20)).heldFor(hour(100)));
  }

  @Test
  void a_step_that_leaves_the_limit_alone_leaves_it_alone() {
    TaskClock clock = TaskClock.of(LIMIT).told();
    assertEquals(clock, clock.following(LIMIT, hour(37)));
  }

  @Test
  void it_stands_while_the_clock_of_the_item_stands_and_nobody_holds_the_task_then() {
    TimeLimit standing = LIMIT.stopped(hour(10));
    TaskClock stands = TaskClock.of(LIMIT).following(standing, hour(10));
    assertNull(stands.nextAttentionAt());
    assertEquals(Duration.ofHours(10), stands.heldFor(hour(500)));
    TimeLimit running = standing.resumed(hour(110), CountedTime.NATURAL);
    TaskClock runs = stands.following(running, hour(110));
    assertEquals(hour(148), runs.dueAt());
    assertEquals(hour(136), runs.nextAttentionAt());
    assertEquals(Duration.ofHours(12), runs.heldFor(hour(112)));
    assertEquals(Light.GREEN, runs.read(hour(112)).light());
  }

  @Test
  void what_was_told_before_it_stood_is_not_told_again() {
    TimeLimit standing = LIMIT.stopped(hour(40));
    TaskClock stands = TaskClock.of(LIMIT).told().following(standing, hour(40));
    TaskClock runs = stands.following(standing.resumed(hour(140), CountedTime.NATURAL), hour(140));
    assertTrue(runs.warned());
    assertEquals(hour(148), runs.nextAttentionAt());
  }

  @Test
  void an_end_that_moves_ahead_again_is_told_anew() {
    TaskClock red = TaskClock.of(LIMIT).told().told();
    TaskClock later = red.following(TimeLimit.from(deadline(96)), hour(50));
    assertEquals(hour(96), later.dueAt());
    assertFalse(later.warned());
    assertFalse(later.markedOverdue());
    assertEquals(hour(72), later.nextAttentionAt());
    assertFalse(later.read(hour(50)).overdue());
    assertEquals(Duration.ofHours(50), later.heldFor(hour(50)));
  }
}
