package org.bihuan.dispatch.sla;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.CalendarYears;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;

/** Gives deadlines by the policies in force, which are read once in a transaction. */
@TransactionScoped
public class Deadlines {

  private final SlaPolicies policies;
  private final CalendarYears years;
  private List<SlaPolicy> all;
  private WorkCalendar calendar;

  Deadlines(SlaPolicies policies, CalendarYears years) {
    this.policies = policies;
    this.years = years;
  }

  /**
   * The limit of an item issued at {@code start}, or nothing for a class without an hourly limit.
   */
  public Optional<Deadline> first(DeadlineClass deadlineClass, Instant start) {
    return DeadlinePolicy.first(all(), deadlineClass, start, calendar());
  }

  /**
   * The limit for the assignment of an item that no rule gave to a unit at {@code start}, or
   * nothing when no policy sets one.
   */
  public Optional<Deadline> assignment(DeadlineClass deadlineClass, Instant start) {
    return DeadlinePolicy.assignment(all(), deadlineClass, start, calendar());
  }

  /**
   * The limit that a re-check failed at {@code start} gives.
   *
   * @param last the limit until then
   * @throws IllegalStateException when the class has none, which cannot be once an item was issued
   */
  public Deadline rework(DeadlineClass deadlineClass, TimeLimit last, Instant start) {
    if (deadlineClass == DeadlineClass.PLANNED) {
      return DeadlinePolicy.reworkOfPlanned(last, start);
    }
    return DeadlinePolicy.rework(all(), deadlineClass, start, calendar())
        .orElseThrow(() -> new IllegalStateException("no SLA policy for " + deadlineClass));
  }

  /**
   * Which time counts toward the limits that a policy has made.
   *
   * @param ruleVersion as {@link SlaPolicy#ruleVersion()}; what no policy has made counts all time
   */
  public CountedTime time(String ruleVersion) {
    return all().stream()
        .filter(policy -> policy.ruleVersion().equals(ruleVersion))
        .findFirst()
        .map(policy -> calendar().counting(policy.counting()))
        .orElse(CountedTime.NATURAL);
  }

  private WorkCalendar calendar() {
    if (calendar == null) {
      calendar = years.workCalendar();
    }
    return calendar;
  }

  private List<SlaPolicy> all() {
    if (all == null) {
      all = policies.listAll();
    }
    return all;
  }
}
