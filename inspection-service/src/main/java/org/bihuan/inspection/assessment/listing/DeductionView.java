package org.bihuan.inspection.assessment.listing;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.assessment.entry.Deduction;
import org.bihuan.inspection.assessment.formula.Formula;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/**
 * Points that are taken off in an assessment.
 *
 * @param entry the re-check that it is for, or the judgement; by it an appeal names it
 * @param kind what for
 * @param points how many, doubled where media or leaders found the problem
 * @param doubled whether they are
 * @param unit the unit
 * @param subdistrictCode sub-district of the problem; {@code null} when it is in none
 * @param itemEntry the unit's time with the item
 * @param problemSerial number of the problem; {@code null} when it was filed before this service
 *     listened
 * @param deductedAt when the fact happened that it is for
 * @param exempt whether it is in no figure
 */
public record DeductionView(
    @NotNull UUID entry,
    @NotNull DeductionKind kind,
    @NotNull BigDecimal points,
    boolean doubled,
    @NotNull UnitName unit,
    String subdistrictCode,
    @NotNull UUID itemEntry,
    @NotNull UUID itemId,
    @NotNull UUID problemId,
    String problemSerial,
    @NotNull Instant deductedAt,
    boolean exempt) {

  static DeductionView of(Deduction deduction, Formula formula, Function<String, UnitName> units) {
    return new DeductionView(
        deduction.entry(),
        deduction.deducted().kind(),
        formula.pointsFor(deduction.deducted().kind(), deduction.deducted().doubled()),
        deduction.deducted().doubled(),
        units.apply(deduction.unitCode()),
        deduction.subject().subdistrictCode(),
        deduction.itemEntry(),
        deduction.subject().itemId(),
        deduction.subject().problemId(),
        deduction.subject().problemSerial(),
        deduction.deducted().deductedAt(),
        deduction.deducted().exempt());
  }
}
