package org.bihuan.dispatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.history.ClockSegment.ClockState;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemClockTest {

  private static final UUID ITEM = new UUID(1, 1);
  private static final Actor SOMEONE = new Actor("UNIT_HANDLER", "A_UNIT", "someone");
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofDays(365));

  private final List<HistoryEntry> history = new ArrayList<>();
  private int round;
  private Instant dueAt;

  private ItemClockTest step(ItemAction action, int hour) {
    return step(action, START.plus(Duration.ofHours(hour)));
  }

  private ItemClockTest step(ItemAction action, Instant at) {
    history.add(
        HistoryEntry.of(
            new Step(
                ITEM,
                history.size() + 1,
                at,
                action,
                ItemStatus.ISSUED,
                ItemStatus.ISSUED,
                SOMEONE,
                null,
                round,
                dueAt,
                "GENERAL/1",
                null,
                null)));
    return this;
  }

  private ItemClockTest issued() {
    dueAt = START.plus(Duration.ofHours(48));
    return step(ItemAction.ISSUE, 0);
  }

  private ItemClockTest recheckFailed(int hour, int limit) {
    round++;
    dueAt = START.plus(Duration.ofHours(hour + limit));
    return step(ItemAction.FAIL_RECHECK, hour);
  }

  private ItemClock clock() {
    return ItemClock.of(history, version -> CountedTime.NATURAL);
  }

  private Duration elapsedAt(int hour) {
    return clock().elapsed(START.plus(Duration.ofHours(hour)));
  }

  private List<String> segments() {
    return clock().segments(LATER).stream()
        .map(
            segment ->
                "%s %s %s %s-%s %s"
                    .formatted(
                        segment.round(),
                        segment.kind(),
                        segment.cause(),
                        hour(segment.from()),
                        segment.to() == null ? "" : hour(segment.to()),
                        segment.counted()))
        .toList();
  }

  private static long hour(Instant at) {
    return Duration.between(START, at).toHours();
  }

  @Test
  void an_item_left_unassigned_without_a_policy_has_no_limit() {
    step(ItemAction.LEAVE_UNASSIGNED, 0);
    assertFalse(clock().hasLimit());
    assertTrue(clock().segments(LATER).isEmpty());
  }

  private ItemClockTest leftUnassigned() {
    dueAt = START.plus(Duration.ofHours(4));
    return step(ItemAction.LEAVE_UNASSIGNED, 0);
  }

  @Test
  void the_assignment_has_a_clock_that_no_correction_and_no_other_reason_moves() {
    leftUnassigned()
        .step(ItemAction.CORRECT, 1)
        .step(ItemAction.LEAVE_UNASSIGNED, 1)
        .step(ItemAction.WARN, 3);
    assertEquals(List.of("0 RUNNING LEAVE_UNASSIGNED 0- true"), segments());
    assertEquals(Duration.ofHours(4), clock().limit());
    assertEquals(Duration.ofHours(3), elapsedAt(3));
  }

  @Test
  void the_limit_of_the_assignment_does_not_count_toward_that_of_the_unit() {
    leftUnassigned().step(ItemAction.WARN, 3);
    dueAt = START.plus(Duration.ofHours(5 + 48));
    step(ItemAction.ASSIGN, 5).step(ItemAction.CORRECT, 6);
    assertEquals(
        List.of("0 RUNNING LEAVE_UNASSIGNED 0-5 false", "0 RUNNING ASSIGN 5- true"), segments());
    assertEquals(Duration.ofHours(48), clock().limit());
    assertEquals(Duration.ofHours(1), elapsedAt(6));
  }

  @Test
  void an_item_called_off_before_its_assignment_ends_that_clock() {
    leftUnassigned().step(ItemAction.CANCEL, 2);
    assertEquals(List.of("0 RUNNING LEAVE_UNASSIGNED 0-2 true"), segments());
    assertEquals(Duration.ofHours(2), elapsedAt(100));
  }

  @Test
  void an_item_from_before_there_were_such_limits_has_one_from_its_second_entry() {
    step(ItemAction.LEAVE_UNASSIGNED, 0);
    dueAt = START.plus(Duration.ofHours(100 + 4));
    step(ItemAction.LEAVE_UNASSIGNED, 100);
    assertEquals(List.of("0 RUNNING LEAVE_UNASSIGNED 100- true"), segments());
  }

  @Test
  void the_clock_runs_from_the_issue_whatever_else_is_done() {
    issued()
        .step(ItemAction.ACKNOWLEDGE, 3)
        .step(ItemAction.REPLY_INTERIM, 20)
        .step(ItemAction.WARN, 36);
    assertEquals(List.of("0 RUNNING ISSUE 0- true"), segments());
    assertEquals(Duration.ofHours(40), elapsedAt(40));
    assertEquals(Duration.ofHours(48), clock().limit());
  }

  @Test
  void a_final_reply_pauses_it_through_review_and_recheck() {
    issued()
        .step(ItemAction.REPLY, 10)
        .step(ItemAction.ACCEPT_REPLY, 12)
        .step(ItemAction.WRITE_OFF, 60);
    assertEquals(
        List.of(
            "0 RUNNING ISSUE 0-10 true",
            "0 PAUSED REPLY_UNDER_REVIEW 10-12 false",
            "0 PAUSED RECHECK 12-60 false"),
        segments());
    assertEquals(Duration.ofHours(10), elapsedAt(100));
  }

  private ItemClockTest returned(int hour, int underReview) {
    dueAt = dueAt.plus(Duration.ofHours(underReview));
    return step(ItemAction.RETURN_REPLY, hour);
  }

  @Test
  void the_review_of_a_returned_reply_does_not_count() {
    issued().step(ItemAction.REPLY, 10).returned(14, 4);
    assertEquals(
        List.of(
            "0 RUNNING ISSUE 0-10 true",
            "0 PAUSED REPLY_UNDER_REVIEW 10-14 false",
            "0 RUNNING RETURN_REPLY 14- true"),
        segments());
    assertEquals(Duration.ofHours(16), elapsedAt(20));
    assertEquals(Duration.ofHours(48), clock().limit());
    assertEquals(START.plus(Duration.ofHours(52)), clock().dueAt());
  }

  @ParameterizedTest(name = "replied at {0} h, returned at {1} h, read at {2} h")
  @CsvSource({
    // reply, return, read: elapsed, remaining, dueAt
    "10, 10, 20, 20,  28, 48",
    "10, 14, 20, 16,  32, 52",
    "10, 70, 80, 20,  28, 108",
    "47, 99, 99, 47,   1, 100",
    "47, 99, 101, 49, -1, 100",
    "48, 60, 60, 48,   0, 60",
    "50, 60, 60, 50,  -2, 58",
  })
  void what_is_left_is_what_was_left_at_the_reply(
      int reply, int returned, int read, int elapsed, int remaining, int due) {
    issued().step(ItemAction.REPLY, reply).returned(returned, returned - reply);
    ClockView view = ClockView.of(clock(), START.plus(Duration.ofHours(read)));
    assertEquals(Duration.ofHours(elapsed), view.elapsed());
    assertEquals(Duration.ofHours(remaining), view.remaining());
    assertEquals(START.plus(Duration.ofHours(due)), view.dueAt());
    assertEquals(Duration.between(view.now(), view.dueAt()), view.remaining());
  }

  @Test
  void repeated_returns_add_up() {
    issued().step(ItemAction.REPLY, 10).returned(14, 4).step(ItemAction.REPLY, 20).returned(30, 10);
    assertEquals(Duration.ofHours(21), elapsedAt(35));
    assertEquals(START.plus(Duration.ofHours(62)), clock().dueAt());
  }

  @Test
  void a_failed_recheck_begins_a_limit_of_its_own() {
    issued().step(ItemAction.REPLY, 10).step(ItemAction.ACCEPT_REPLY, 12);
    recheckFailed(30, 24);
    assertEquals(
        List.of(
            "0 RUNNING ISSUE 0-10 false",
            "0 PAUSED REPLY_UNDER_REVIEW 10-12 false",
            "0 PAUSED RECHECK 12-30 false",
            "1 RUNNING FAIL_RECHECK 30- true"),
        segments());
    assertEquals(Duration.ofHours(24), clock().limit());
    assertEquals(Duration.ofHours(5), elapsedAt(35));
    assertEquals(1, clock().round());
  }

  @Test
  void a_new_order_starts_it_afresh() {
    issued();
    dueAt = START.plus(Duration.ofHours(5 + 72));
    step(ItemAction.REISSUE, 5);
    assertEquals(List.of("0 RUNNING ISSUE 0-5 false", "0 RUNNING REISSUE 5- true"), segments());
    assertEquals(Duration.ofHours(72), clock().limit());
    assertEquals(Duration.ofHours(1), elapsedAt(6));
  }

  @Test
  void a_cancellation_ends_it() {
    issued().step(ItemAction.CANCEL, 7);
    assertEquals(List.of("0 RUNNING ISSUE 0-7 true"), segments());
    assertEquals(Duration.ofHours(7), elapsedAt(1000));
  }

  @Test
  void a_write_off_that_crossed_a_cancellation_leaves_the_clock_where_it_was() {
    issued()
        .step(ItemAction.REPLY, 10)
        .step(ItemAction.ACCEPT_REPLY, 12)
        .step(ItemAction.CANCEL, 20)
        .step(ItemAction.WRITE_OFF, 21)
        .step(ItemAction.NOTE_LATE_FACT, 30);
    assertEquals(
        List.of(
            "0 RUNNING ISSUE 0-10 true",
            "0 PAUSED REPLY_UNDER_REVIEW 10-12 false",
            "0 PAUSED RECHECK 12-20 false"),
        segments());
    assertEquals(Duration.ofHours(10), elapsedAt(100));
  }

  @Test
  void the_counted_segments_sum_to_what_is_used_up_to_the_second() {
    issued().step(ItemAction.REPLY, START.plusSeconds(12_345));
    dueAt = dueAt.plusSeconds(20_001 - 12_345);
    step(ItemAction.RETURN_REPLY, START.plusSeconds(20_001))
        .step(ItemAction.REPLY, START.plusSeconds(33_333));
    Instant now = START.plusSeconds(77_777);
    Duration sum =
        clock().segments(LATER).stream()
            .filter(ClockSegment::counted)
            .map(segment -> segment.length(now))
            .reduce(Duration.ZERO, Duration::plus);
    ClockView view = ClockView.of(clock(), now);
    assertEquals(Duration.ofSeconds(33_333 - 20_001 + 12_345), sum);
    assertEquals(sum, view.elapsed());
    assertEquals(view.limit().minus(sum), view.remaining());
  }

  @Test
  void segments_leave_no_gap_and_only_the_last_is_open() {
    issued()
        .step(ItemAction.REPLY, 10)
        .step(ItemAction.RETURN_REPLY, 14)
        .step(ItemAction.REPLY, 20);
    step(ItemAction.ACCEPT_REPLY, 21);
    recheckFailed(30, 24);
    List<ClockSegment> segments = clock().segments(LATER);
    for (int i = 1; i < segments.size(); i++) {
      assertEquals(segments.get(i - 1).to(), segments.get(i).from());
    }
    assertEquals(ClockState.RUNNING, segments.get(segments.size() - 1).kind());
  }
}
