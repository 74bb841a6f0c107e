package org.bihuan.dispatch.whatif;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.calendar.CalendarYear;
import org.bihuan.dispatch.sla.calendar.CalendarYears;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;
import org.bihuan.kit.refusal.FieldError;

/**
 * What would have been late under other rules.
 *
 * @param from first moment of the period in which the limits began
 * @param to the moment after it, at most 366 days later and not in the future
 * @param policies policies that would have held all the time, at most one a class; a class without
 *     one keeps its own. {@code null} for none
 * @param calendar years that would have been otherwise, each at most once; {@code null} for none
 */
public record WhatIfQuestion(
    @NotNull Instant from,
    @NotNull Instant to,
    @Size(max = 3) List<@NotNull @Valid SupposedPolicy> policies,
    @Size(max = 10) List<@NotNull @Valid SupposedYear> calendar) {

  private static final Duration LONGEST_PERIOD = Duration.ofDays(366);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  public WhatIfQuestion {
    policies = policies == null ? List.of() : policies;
    calendar = calendar == null ? List.of() : calendar;
  }

  /** What no single field shows. */
  List<FieldError> faults(Instant now) {
    List<FieldError> faults = new ArrayList<>();
    if (!from.isBefore(to)) {
      faults.add(new FieldError("to", "end-before-start"));
    } else if (Duration.between(from, to).compareTo(LONGEST_PERIOD) > 0) {
      faults.add(new FieldError("to", "period-too-long", LONGEST_PERIOD.toDays()));
    } else if (to.isAfter(now)) {
      faults.add(new FieldError("to", "period-not-over"));
    }
    addFaultsOfPolicies(faults);
    addFaultsOfCalendar(faults);
    if (policies.isEmpty() && calendar.isEmpty()) {
      faults.add(new FieldError("policies", "nothing-supposed"));
    }
    return faults;
  }

  private void addFaultsOfPolicies(List<FieldError> faults) {
    Set<DeadlineClass> seen = EnumSet.noneOf(DeadlineClass.class);
    for (int i = 0; i < policies.size(); i++) {
      SupposedPolicy policy = policies.get(i);
      String field = "policies[" + i + "].";
      if (policy.deadlineClass() == DeadlineClass.PLANNED) {
        faults.add(new FieldError(field + "deadlineClass", "limit-comes-from-plan"));
      } else if (!seen.add(policy.deadlineClass())) {
        faults.add(new FieldError(field + "deadlineClass", "duplicate"));
      }
      Duration limit = policy.limit();
      if (limit != null
          && (limit.compareTo(SHORTEST) < 0
              || limit.compareTo(LONGEST) > 0
              || limit.getNano() != 0)) {
        faults.add(new FieldError(field + "limit", "range", SHORTEST, LONGEST));
      }
    }
  }

  private void addFaultsOfCalendar(List<FieldError> faults) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < calendar.size(); i++) {
      SupposedYear year = calendar.get(i);
      String field = "calendar[" + i + "].";
      if (!seen.add(year.year())) {
        faults.add(new FieldError(field + "year", "duplicate"));
      }
      year.change().faults(year.year()).stream()
          .map(fault -> new FieldError(field + fault.field(), fault.code(), fault.arguments()))
          .forEach(faults::add);
    }
  }

  /** The calendar of the question: its own years, and those that are known. */
  WorkCalendar calendar(CalendarYears years) {
    List<CalendarYear> supposed =
        calendar.stream().map(year -> year.change().of(year.year())).toList();
    return years.workCalendarWith(supposed);
  }
}
