package org.bihuan.inspection.assessment;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bihuan.contract.MayBeNull;
import org.bihuan.kit.paging.Figure;

/**
 * How one unit or sub-district did in a month. Who may not see its figures sees name, score and
 * place of a closed month.
 *
 * @param unit the unit; {@code null} when sub-districts are assessed
 * @param subdistrict the sub-district; {@code null} when units are
 * @param figures what was counted; {@code null} when the caller may not see it
 * @param deductions what points were taken off for, the latest 200
 * @param deductionCount how often points were taken off; {@code null} when the caller may not see
 *     it
 * @param deducted points taken off; {@code null} when the caller may not see it
 * @param score the score; {@code null} when nothing was due. It can be below 0
 * @param adjusted the score adjusted for how hard the items were, by category and class of limit;
 *     {@code null} when it cannot be, or the caller may not see it
 * @param rank place by score, the same for equal ones; {@code null} when not ranked
 * @param ranked whether enough was due for a place
 * @param monthOnMonth points more or less than in the month before; {@code null} when either has no
 *     score, or the caller may not see it
 * @param yearOnYear the same against that month of the year before
 */
public record AssessmentRow(
    @MayBeNull AssessedName unit,
    @MayBeNull AssessedName subdistrict,
    @MayBeNull AssessmentFigures figures,
    @NotNull List<DeductionLine> deductions,
    @MayBeNull Figure deductionCount,
    BigDecimal deducted,
    BigDecimal score,
    BigDecimal adjusted,
    Integer rank,
    boolean ranked,
    BigDecimal monthOnMonth,
    BigDecimal yearOnYear) {

  /** Code of the one that is assessed. */
  String code() {
    return unit == null ? subdistrict.code() : unit.code();
  }

  /** What everyone may know of it. */
  AssessmentRow published() {
    return new AssessmentRow(
        unit, subdistrict, null, List.of(), null, null, score, null, rank, ranked, null, null);
  }

  AssessmentRow at(Integer place) {
    return new AssessmentRow(
        unit,
        subdistrict,
        figures,
        deductions,
        deductionCount,
        deducted,
        score,
        adjusted,
        place,
        place != null,
        monthOnMonth,
        yearOnYear);
  }

  /** Whether the same was counted, whatever the addresses of the lists are. */
  boolean counts(AssessmentRow other) {
    return counted().equals(other.counted());
  }

  private List<Object> counted() {
    List<Object> counted = new ArrayList<>(List.of(deducted));
    for (Figure figure :
        List.of(
            figures.due(),
            figures.closeRate(),
            figures.onTimeRate(),
            figures.onTimeRateDeferredOut(),
            figures.reworkRate(),
            figures.firstPassRate(),
            figures.relapseRate(),
            figures.dispatchAccuracy(),
            figures.returnRate(),
            figures.replyQuality(),
            figures.loopCompleteness())) {
      counted.add(Arrays.asList(figure.value(), figure.numerator(), figure.denominator()));
    }
    return counted;
  }
}
