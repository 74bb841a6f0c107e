package org.bihuan.inspection.assessment.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.AssessedMonths;
import org.bihuan.inspection.assessment.judging.EntrySight;
import org.bihuan.inspection.assessment.judging.FoundEntry;
import org.bihuan.inspection.assessment.judging.RulingBook;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.time.Month;

/** What an appeal can be against. */
@ApplicationScoped
class AppealRules {

  private final AssessedMonths months;
  private final EntrySight entries;
  private final Appeals appeals;
  private final RulingBook rulings;
  private final AppealPolicy policy;

  AppealRules(
      AssessedMonths months,
      EntrySight entries,
      Appeals appeals,
      RulingBook rulings,
      AppealPolicy policy) {
    this.months = months;
    this.entries = entries;
    this.appeals = appeals;
    this.rulings = rulings;
    this.policy = policy;
  }

  /**
   * The entry that a unit appeals against.
   *
   * @throws NotFound {@code entry-not-found} when it is not the unit's, or not of the month
   * @throws Conflict {@code appeal-too-late}, {@code already-appealed} or {@code already-exempt}
   */
  FoundEntry entryToAppeal(Month month, String unit, UUID entry, Instant now) {
    AssessedMonth assessed = months.of(month);
    FoundEntry found = entries.find(assessed, entry);
    if (!found.unitCode().equals(unit)) {
      throw new NotFound("entry-not-found", entry);
    }
    if (policy.isTooLate(assessed, now)) {
      throw new Conflict("appeal-too-late", policy.appealWithin());
    }
    if (appeals.has(entry)) {
      throw new Conflict("already-appealed", entry);
    }
    rulings.refuseExempt(entry);
    return found;
  }
}
