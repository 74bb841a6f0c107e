package org.bihuan.inspection.assessment.judging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.AssessedMonths;
import org.bihuan.inspection.assessment.ruling.Exemption;
import org.bihuan.inspection.assessment.ruling.Exemption.Exempted;
import org.bihuan.inspection.assessment.ruling.Judgement;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.Month;

/** Takes what the team and the assessors rule about entries without an appeal. */
@ApplicationScoped
@Transactional
class RulingDesk {

  private final AssessedMonths months;
  private final EntrySight entries;
  private final RulingBook rulings;
  private final Units units;
  private final Caller caller;
  private final Clock clock;

  RulingDesk(
      AssessedMonths months,
      EntrySight entries,
      RulingBook rulings,
      Units units,
      Caller caller,
      Clock clock) {
    this.months = months;
    this.entries = entries;
    this.rulings = rulings;
    this.units = units;
    this.caller = caller;
    this.clock = clock;
  }

  Page<ExemptionView> exemptions(Month month, ExemptionFilter filter) {
    Function<String, UnitName> named = units.named();
    return rulings
        .exemptions(filter.narrow(month), filter)
        .map(exemption -> ExemptionView.of(exemption, named.apply(exemption.unitCode())));
  }

  ExemptionView exempt(Month month, NewExemption asked) {
    FoundEntry found = entries.find(months.of(month), asked.entry());
    refuseOwnUnit(found.unitCode());
    Exempted exempted = new Exempted(month, found.entry(), found.unitCode(), found.problemId());
    Exemption exemption =
        rulings.exempt(exempted, null, asked.reason(), caller.actor(), clock.instant());
    return ExemptionView.of(exemption, units.named().apply(found.unitCode()));
  }

  JudgementView judge(Month month, NewJudgement asked) {
    if (!asked.kind().isJudged()) {
      throw new Invalid("kind", "not-judged");
    }
    Instant now = clock.instant();
    AssessedMonth assessed = months.of(month);
    FoundEntry found = entries.findItem(assessed, asked.entry(), now);
    refuseOwnUnit(found.unitCode());
    if (assessed.isClosed()) {
      throw new Conflict("month-closed", month);
    }
    Judgement judgement = judgement(month, found, asked, now);
    rulings.judge(judgement);
    return JudgementView.of(judgement);
  }

  /** It counts for the month that is named, though that may be over. */
  private Judgement judgement(Month month, FoundEntry found, NewJudgement asked, Instant now) {
    return Judgement.of(
        found.entry(),
        found.problemId(),
        asked.kind(),
        asked.reason(),
        month.isOver(now) ? month.lastMoment() : now,
        caller.actor(),
        now);
  }

  private void refuseOwnUnit(String unitCode) {
    if (Oversight.ownUnits(caller, units).contains(unitCode)) {
      throw new Conflict("subject-unit", unitCode);
    }
  }
}
