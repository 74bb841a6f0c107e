package org.bihuan.inspection.assessment.formula;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.kit.web.Versioned;

/**
 * A version of the formula by which months are assessed.
 *
 * @param version its number, from 1
 * @param fromMonth first month it is for, as long as no newer version is for it too
 * @param weights what counts how much; together 1
 * @param points how many points are taken off for what
 * @param multiplier how many times what media or leaders found is deducted
 * @param fewestDue who has fewer items due is listed, but not ranked
 * @param reason why it was set; {@code null} for the first one
 * @param setAt when it was set
 * @param setBy who set it
 */
public record FormulaView(
    @NotNull UUID id,
    long version,
    @NotNull String fromMonth,
    @NotNull Weights weights,
    @NotNull Points points,
    @NotNull BigDecimal multiplier,
    int fewestDue,
    @FreeText String reason,
    @NotNull Instant setAt,
    @NotNull Actor setBy)
    implements Versioned {

  public static FormulaView of(Formula formula) {
    return new FormulaView(
        formula.id(),
        formula.version(),
        formula.fromMonth().toString(),
        formula.weights(),
        formula.points(),
        formula.multiplier(),
        formula.fewestDue(),
        formula.reason(),
        formula.setAt(),
        formula.setBy());
  }
}
