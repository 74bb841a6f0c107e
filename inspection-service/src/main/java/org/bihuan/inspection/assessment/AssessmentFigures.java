package org.bihuan.inspection.assessment;

import jakarta.validation.constraints.NotNull;
import java.util.function.Function;
import org.bihuan.inspection.assessment.figure.FigureKind;
import org.bihuan.kit.paging.Figure;

/**
 * The figures of one that is assessed. Each with the address of the rows of its numerator; with
 * {@code part=DENOMINATOR} they are those that it is of.
 *
 * @param due items whose limit ends in the month (应结)
 * @param closeRate share of them that is written off (结案率), in percent
 * @param onTimeRate share of them whose passing reply came in time (按期结案率), in percent
 * @param onTimeRateDeferredOut the same of those that are not suspended, in percent
 * @param reworkRate share of the items last re-checked in the month that were ever not put right
 *     (返工率), in percent
 * @param firstPassRate share of the items first re-checked in the month that passed at once, in
 *     percent
 * @param relapseRate share of the items written off in the month that came back within thirty days
 *     (反弹率), in percent
 * @param dispatchAccuracy share of the items issued in the month that were not taken back (派遣准确率),
 *     in percent
 * @param returnRate share of the items issued in the month that the unit asked to be rid of (退单率),
 *     in percent
 * @param replyQuality share of the items first reviewed in the month whose reply was accepted at
 *     once (回复质量), in percent
 * @param loopCompleteness share of the items written off in the month with order, work, photo,
 *     accepted reply and re-check (闭环完整度), in percent
 */
public record AssessmentFigures(
    @NotNull Figure due,
    @NotNull Figure closeRate,
    @NotNull Figure onTimeRate,
    @NotNull Figure onTimeRateDeferredOut,
    @NotNull Figure reworkRate,
    @NotNull Figure firstPassRate,
    @NotNull Figure relapseRate,
    @NotNull Figure dispatchAccuracy,
    @NotNull Figure returnRate,
    @NotNull Figure replyQuality,
    @NotNull Figure loopCompleteness) {

  static AssessmentFigures of(Figure due, Function<FigureKind, Figure> figures) {
    return new AssessmentFigures(
        due,
        figures.apply(FigureKind.CLOSE_RATE),
        figures.apply(FigureKind.ON_TIME_RATE),
        figures.apply(FigureKind.ON_TIME_RATE_DEFERRED_OUT),
        figures.apply(FigureKind.REWORK_RATE),
        figures.apply(FigureKind.FIRST_PASS_RATE),
        figures.apply(FigureKind.RELAPSE_RATE),
        figures.apply(FigureKind.DISPATCH_ACCURACY),
        figures.apply(FigureKind.RETURN_RATE),
        figures.apply(FigureKind.REPLY_QUALITY),
        figures.apply(FigureKind.LOOP_COMPLETENESS));
  }
}
