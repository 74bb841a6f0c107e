package org.bihuan.dispatch.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.calendar.WorkCalendar;

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

  /** The policy that began last is the one in force. */
  private static Optional<SlaPolicy> inForce(
      Collection<SlaPolicy> policies, LimitKind kind, DeadlineClass deadlineClass, Instant at) {
    return policies.stream()
        .filter(policy -> policy.limits(kind, deadlineClass))
        .filter(policy -> !policy.validFrom().isAfter(at))
        .max(Comparator.comparing(SlaPolicy::validFrom));
  }
}
