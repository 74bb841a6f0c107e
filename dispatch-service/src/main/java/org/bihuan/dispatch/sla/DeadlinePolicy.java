package org.bihuan.dispatch.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;
import org.bihuan.kit.time.DistrictTime;

/** Chooses among SLA policies and makes deadlines of them. */
public final class DeadlinePolicy {

  private DeadlinePolicy() {}

  /**
   * The limit of an item issued at {@code start}, or nothing for a class without an hourly limit.
   */
  public static Optional<Deadline> first(
      Collection<SlaPolicy> policies,
      DeadlineClass deadlineClass,
      Instant start,
      WorkCalendar calendar) {
    return inForce(policies, LimitKind.RECTIFICATION, deadlineClass, start)
        .map(policy -> policy.deadlineFrom(start, calendar));
  }

  /** The limit for the assignment of an item that no rule gave to a unit at {@code start}. */
  public static Optional<Deadline> assignment(
      Collection<SlaPolicy> policies,
      DeadlineClass deadlineClass,
      Instant start,
      WorkCalendar calendar) {
    return inForce(policies, LimitKind.ASSIGNMENT, deadlineClass, start)
        .map(policy -> policy.deadlineFrom(start, calendar));
  }

  /** The limit that a re-check failed at {@code start} gives. */
  public static Optional<Deadline> rework(
      Collection<SlaPolicy> policies,
      DeadlineClass deadlineClass,
      Instant start,
      WorkCalendar calendar) {
    return inForce(policies, LimitKind.RECTIFICATION, deadlineClass, start)
        .map(policy -> policy.reworkDeadlineFrom(start, calendar));
  }

  /**
   * The limit that a meeting gives: from {@code start} to the last moment of the day {@code dueOn}.
   *
   * @param decision what made it, as its {@code ruleVersion}
   */
  public static Deadline planned(Instant start, LocalDate dueOn, String decision) {
    return until(start, DistrictTime.lastMoment(dueOn), decision);
  }

  /** Half of what {@code last}, which a meeting gave, was long at first: as SLA policies do it. */
  public static Deadline reworkOfPlanned(TimeLimit last, Instant start) {
    Duration half = Duration.ofSeconds(Math.max(1, last.seconds() / 2));
    return until(start, start.plus(half), last.ruleVersion());
  }

  /** Yellow after three quarters; nothing to return or to acknowledge. */
  private static Deadline until(Instant start, Instant dueAt, String ruleVersion) {
    Instant warnAt = start.plus(Duration.between(start, dueAt).dividedBy(4).multipliedBy(3));
    return new Deadline(
        start,
        warnAt.truncatedTo(ChronoUnit.MICROS),
        dueAt,
        null,
        null,
        Duration.between(start, dueAt),
        ruleVersion);
  }

  /** The policy that began last is the one in force. */
  private static Optional<SlaPolicy> inForce(
      Collection<SlaPolicy> policies, LimitKind kind, DeadlineClass deadlineClass, Instant at) {
    return policies.stream()
        .filter(policy -> policy.limits(kind, deadlineClass))
        .filter(policy -> !policy.validFrom().isAfter(at))
        .max(Comparator.comparing(SlaPolicy::validFrom));
  }
}
