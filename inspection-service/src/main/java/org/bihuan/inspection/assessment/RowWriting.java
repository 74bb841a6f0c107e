package org.bihuan.inspection.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.bihuan.inspection.assessment.entry.Deduction;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.Counts;
import org.bihuan.inspection.assessment.figure.FigureKind;
import org.bihuan.inspection.assessment.figure.Part;
import org.bihuan.inspection.assessment.figure.ScorePolicy;
import org.bihuan.kit.paging.Figure;

/**
 * Writes the rows of a month from what was counted and looked up for all of them.
 *
 * @param corrected whether lists are those of what became known after the closing
 * @param names names by code
 * @param deductions the latest of each
 * @param before scores of the month before
 * @param yearBefore scores of that month of the year before
 */
record RowWriting(
    AssessedMonth month,
    Assessed assessed,
    boolean corrected,
    ScorePolicy scores,
    Map<String, String> names,
    Map<String, List<Deduction>> deductions,
    Map<String, BigDecimal> before,
    Map<String, BigDecimal> yearBefore) {

  /** A row without a place yet. */
  AssessmentRow row(String code, Counts own) {
    AssessedName name = new AssessedName(code, names.getOrDefault(code, code));
    BigDecimal score = scores.score(own);
    return new AssessmentRow(
        assessed == Assessed.UNIT ? name : null,
        assessed == Assessed.SUBDISTRICT ? name : null,
        AssessmentFigures.of(due(code, own), kind -> share(kind, code, own)),
        deductions.getOrDefault(code, List.of()).stream().map(this::line).toList(),
        Figure.count(own.deductions(), list("deductions", code, "")),
        scores.deducted(own),
        score,
        scores.adjusted(own),
        null,
        score != null && scores.isRanked(own),
        since(before.get(code), score),
        since(yearBefore.get(code), score));
  }

  private DeductionLine line(Deduction deduction) {
    return new DeductionLine(
        deduction.deducted().kind(),
        month.formula().pointsFor(deduction.deducted().kind(), deduction.deducted().doubled()),
        deduction.entry());
  }

  private Figure due(String code, Counts own) {
    return Figure.count(
        own.due(), list("items", code, figure(FigureKind.CLOSE_RATE, Part.DENOMINATOR)));
  }

  private Figure share(FigureKind kind, String code, Counts own) {
    return Figure.share(
        own.numerator(kind),
        own.denominator(kind),
        list("items", code, figure(kind, Part.NUMERATOR)));
  }

  private static String figure(FigureKind kind, Part part) {
    return "&figure=" + kind + "&part=" + part;
  }

  private String list(String rows, String code, String only) {
    return "/api/v1/assessments/%s/%s?%s=%s%s%s"
        .formatted(
            month.month(),
            rows,
            assessed.parameter(),
            code,
            only,
            corrected ? "&corrected=true" : "");
  }

  private static BigDecimal since(BigDecimal earlier, BigDecimal score) {
    return earlier == null || score == null ? null : score.subtract(earlier);
  }
}
