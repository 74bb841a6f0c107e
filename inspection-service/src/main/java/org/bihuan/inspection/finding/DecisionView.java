package org.bihuan.inspection.finding;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;

/**
 * What a round table settled about a finding.
 *
 * @param roundtableId id of the round table, one of the inspection's
 * @param text what is to be done
 * @param responsibleUnit the unit that is to answer for it
 * @param dueOn day by whose end it is to be done, on the district's calendar
 * @param decidedAt when that was recorded
 */
public record DecisionView(
    @NotNull UUID roundtableId,
    @FreeText @NotNull String text,
    @NotNull UnitName responsibleUnit,
    @NotNull LocalDate dueOn,
    @NotNull Instant decidedAt) {

  static DecisionView of(Decision decision) {
    return decision == null
        ? null
        : new DecisionView(
            decision.roundtableId(),
            decision.text(),
            decision.unit(),
            decision.dueOn(),
            decision.decidedAt());
  }
}
