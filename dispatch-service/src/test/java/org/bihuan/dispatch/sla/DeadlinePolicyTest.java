package org.bihuan.dispatch.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePolicyTest {

  private static final List<SlaPolicy> POLICIES =
      List.of(
          policy(DeadlineClass.GENERAL, 1, "PT48H", "0.75", "0.5", "2025-01-01T00:00:00+08:00"),
          policy(DeadlineClass.FACILITY, 1, "PT72H", "0.75", "0.5", "2025-01-01T00:00:00+08:00"),
          policy(DeadlineClass.EMERGENCY, 1, "PT2H", "0.75", "0.5", "2025-01-01T00:00:00+08:00"),
          policy(DeadlineClass.GENERAL, 2, "PT24H", "0.5", "1", "2027-01-01T00:00:00+08:00"),
          assignment(DeadlineClass.GENERAL, "PT4H"),
          assignment(DeadlineClass.PLANNED, "PT4H"),
          assignment(DeadlineClass.EMERGENCY, "PT30M"));

  private static final WorkCalendar CALENDAR = WorkCalendar.of(List::of);

  private static SlaPolicy assignment(DeadlineClass deadlineClass, String limit) {
    return SlaPolicy.of(
        new SlaPolicy.Terms(
            LimitKind.ASSIGNMENT,
            deadlineClass,
            Counting.NATURAL_HOURS,
            Duration.parse(limit),
            new BigDecimal("0.75"),
            null,
            null,
            null,
            instant("2025-01-01T00:00:00+08:00")),
        1);
  }

  @ParameterizedTest
  @CsvSource({
    "GENERAL,   PT3H,       PT4H,  ASSIGNMENT/GENERAL/1",
    "PLANNED,   PT3H,       PT4H,  ASSIGNMENT/PLANNED/1",
    "EMERGENCY, PT22M30S,   PT30M, ASSIGNMENT/EMERGENCY/1",
  })
  void an_assignment_has_a_limit_of_its_own(
      DeadlineClass deadlineClass, Duration warning, Duration limit, String rule) {
    Instant start = Instant.parse("2026-11-24T00:00:00Z");
    Deadline deadline =
        DeadlinePolicy.assignment(POLICIES, deadlineClass, start, CALENDAR).orElseThrow();
    assertEquals(start.plus(warning), deadline.warnAt());
    assertEquals(start.plus(limit), deadline.dueAt());
    assertEquals(rule, deadline.ruleVersion());
  }

  @Test
  void an_assignment_without_a_policy_has_no_limit() {
    assertTrue(
        DeadlinePolicy.assignment(
                POLICIES, DeadlineClass.FACILITY, Instant.parse("2026-11-24T00:00:00Z"), CALENDAR)
            .isEmpty());
  }

  private static SlaPolicy policy(
      DeadlineClass deadlineClass,
      int number,
      String limit,
      String warnAt,
      String reworkShare,
      String from) {
    return SlaPolicy.of(
        new SlaPolicy.Terms(
                LimitKind.RECTIFICATION,
                deadlineClass,
                Counting.NATURAL_HOURS,
                Duration.parse(limit),
                new BigDecimal(warnAt),
                new BigDecimal(reworkShare),
                null,
                null,
                instant(from))
            .withUsualWindows(),
        number);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @ParameterizedTest(name = "{0} from {1}: warn {2}, due {3} by {4}")
  @CsvSource({
    "GENERAL,   2026-11-24T08:15:00+08:00, 2026-11-25T20:15:00+08:00, 2026-11-26T08:15:00+08:00, GENERAL/1",
    // Over a weekend, a holiday and the turn of the year: natural hours know none of them.
    "FACILITY,  2026-12-31T22:00:00+08:00, 2027-01-03T04:00:00+08:00, 2027-01-03T22:00:00+08:00, FACILITY/1",
    "GENERAL,   2026-10-01T00:00:00+08:00, 2026-10-02T12:00:00+08:00, 2026-10-03T00:00:00+08:00, GENERAL/1",
    // A leap day and none.
    "GENERAL,   2028-02-28T12:00:00+08:00, 2028-02-29T00:00:00+08:00, 2028-02-29T12:00:00+08:00, GENERAL/2",
    "FACILITY,  2026-02-27T12:00:00+08:00, 2026-03-01T18:00:00+08:00, 2026-03-02T12:00:00+08:00, FACILITY/1",
    "FACILITY,  2028-02-27T12:00:00+08:00, 2028-02-29T18:00:00+08:00, 2028-03-01T12:00:00+08:00, FACILITY/1",
    "EMERGENCY, 2026-11-24T23:30:00+08:00, 2026-11-25T01:00:00+08:00, 2026-11-25T01:30:00+08:00, EMERGENCY/1",
    // The last second of the old number and the first of the new.
    "GENERAL,   2026-12-31T23:59:59+08:00, 2027-01-02T11:59:59+08:00, 2027-01-02T23:59:59+08:00, GENERAL/1",
    "GENERAL,   2027-01-01T00:00:00+08:00, 2027-01-01T12:00:00+08:00, 2027-01-02T00:00:00+08:00, GENERAL/2",
  })
  void a_limit_is_natural_hours_by_the_policy_in_force(
      DeadlineClass deadlineClass, String start, String warnAt, String dueAt, String rule) {
    Deadline deadline =
        DeadlinePolicy.first(POLICIES, deadlineClass, instant(start), CALENDAR).orElseThrow();
    assertEquals(instant(start), deadline.startedAt());
    assertEquals(instant(warnAt), deadline.warnAt());
    assertEquals(instant(dueAt), deadline.dueAt());
    assertEquals(rule, deadline.ruleVersion());
  }

  @Test
  void a_limit_starts_at_the_very_moment_and_is_exact() {
    Instant start = Instant.parse("2026-11-24T00:15:00.999999Z");
    Deadline deadline =
        DeadlinePolicy.first(POLICIES, DeadlineClass.GENERAL, start, CALENDAR).orElseThrow();
    assertEquals(start, deadline.startedAt());
    assertEquals(Duration.ofHours(48), Duration.between(start, deadline.dueAt()));
    assertEquals(Duration.ofHours(36), Duration.between(start, deadline.warnAt()));
  }

  @ParameterizedTest
  @CsvSource({
    "GENERAL,   2026-11-24T08:15:00+08:00, PT24H",
    "FACILITY,  2026-11-24T08:15:00+08:00, PT36H",
    "EMERGENCY, 2026-11-24T08:15:00+08:00, PT1H",
    "GENERAL,   2027-01-01T00:00:00+08:00, PT24H",
  })
  void a_failed_recheck_gives_the_share_the_policy_says(
      DeadlineClass deadlineClass, String start, Duration limit) {
    Deadline deadline =
        DeadlinePolicy.rework(POLICIES, deadlineClass, instant(start), CALENDAR).orElseThrow();
    assertEquals(limit, Duration.between(deadline.startedAt(), deadline.dueAt()));
  }

  @ParameterizedTest
  @CsvSource({
    "GENERAL,   2026-11-24T08:15:00+08:00, PT8H,  PT4H",
    "FACILITY,  2026-11-24T08:15:00+08:00, PT8H,  PT4H",
    "EMERGENCY, 2026-11-24T23:50:00+08:00, PT20M, PT10M",
    "GENERAL,   2027-01-01T00:00:00+08:00, PT4H,  PT2H",
  })
  void a_unit_returns_within_8_h_and_acknowledges_within_4_h_or_a_sixth_and_a_twelfth(
      DeadlineClass deadlineClass, String start, Duration window, Duration acknowledgement) {
    Deadline deadline =
        DeadlinePolicy.first(POLICIES, deadlineClass, instant(start), CALENDAR).orElseThrow();
    assertEquals(instant(start).plus(window), deadline.returnUntil());
    assertEquals(instant(start).plus(acknowledgement), deadline.acknowledgeBy());
  }

  @Test
  void neither_a_rework_nor_an_assignment_is_returned_or_acknowledged() {
    Instant start = Instant.parse("2026-11-24T00:00:00Z");
    for (Deadline deadline :
        List.of(
            DeadlinePolicy.rework(POLICIES, DeadlineClass.GENERAL, start, CALENDAR).orElseThrow(),
            DeadlinePolicy.assignment(POLICIES, DeadlineClass.GENERAL, start, CALENDAR)
                .orElseThrow())) {
      assertNull(deadline.returnUntil());
      assertNull(deadline.acknowledgeBy());
    }
  }

  @Test
  void a_planned_item_has_no_hourly_limit() {
    assertTrue(
        DeadlinePolicy.first(
                POLICIES, DeadlineClass.PLANNED, Instant.parse("2026-11-24T00:00:00Z"), CALENDAR)
            .isEmpty());
  }

  @Test
  void before_the_first_policy_there_is_no_limit() {
    assertTrue(
        DeadlinePolicy.first(
                POLICIES, DeadlineClass.GENERAL, Instant.parse("2024-12-31T15:59:59Z"), CALENDAR)
            .isEmpty());
  }

  @Test
  void the_shortest_limit_still_has_a_warning_within_it() {
    SlaPolicy shortest =
        policy(DeadlineClass.GENERAL, 3, "PT1M", "0.99", "0.01", "2025-01-01T00:00:00+08:00");
    Deadline first = shortest.deadlineFrom(Instant.EPOCH, CALENDAR);
    assertTrue(!first.warnAt().isAfter(first.dueAt()));
    Deadline rework = shortest.reworkDeadlineFrom(Instant.EPOCH, CALENDAR);
    assertTrue(rework.dueAt().isAfter(rework.startedAt()));
  }
}
