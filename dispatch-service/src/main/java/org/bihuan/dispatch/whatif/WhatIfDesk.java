package org.bihuan.dispatch.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.dispatch.history.HistoryEntries;
import org.bihuan.dispatch.history.LimitRun;
import org.bihuan.dispatch.sla.SlaPolicies;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CalendarYears;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Replays a past period under other rules. Nothing is stored, and no limit moves by it. */
@ApplicationScoped
@Transactional
public class WhatIfDesk {

  private final SlaPolicies policies;
  private final CalendarYears years;
  private final HistoryEntries entries;
  private final Clock clock;

  WhatIfDesk(SlaPolicies policies, CalendarYears years, HistoryEntries entries, Clock clock) {
    this.policies = policies;
    this.years = years;
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * Compares the limits that began in the period with what they would have been.
   *
   * @throws Invalid with every fault at once
   */
  WhatIfView answer(WhatIfQuestion question) {
    Instant now = clock.instant();
    List<FieldError> faults = question.faults(now);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    List<SlaPolicy> ofUnits = policies.ofUnits();
    Rules actual = Rules.of(ofUnits, List.of(), years.workCalendar());
    Rules supposed = Rules.of(ofUnits, question.policies(), question.calendar(years));
    Stretch period = new Stretch(question.from(), question.to());
    Comparison comparison = new Comparison(period, now, actual, supposed);
    entries.withLimitsFrom(
        question.from(),
        question.to(),
        (unit, steps) -> comparison.add(unit, LimitRun.of(steps, actual::time, now)));
    return comparison.view();
  }
}
