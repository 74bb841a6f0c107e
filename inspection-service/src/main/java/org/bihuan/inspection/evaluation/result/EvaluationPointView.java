package org.bihuan.inspection.evaluation.result;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;
import org.bihuan.inspection.evaluation.score.Score;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.paging.Figure;

/**
 * A point of a mock evaluation.
 *
 * @param evaluationId id of the evaluation
 * @param number its number in the evaluation, from 1
 * @param place where it is, in words
 * @param subdistrictCode sub-district of the point
 * @param placeTypeCode type of the place
 * @param checklistId the checklist that is looked at there
 * @param position where it is on the map, or {@code null}
 * @param itemCount items of the checklist
 * @param unobserved items that nobody has told of yet
 * @param scoreRate share of what was observed that passed, in percent
 * @param weightedRate the same by the weights of the items; {@code null} before anything was
 *     observed
 */
public record EvaluationPointView(
    @NotNull UUID id,
    @NotNull UUID evaluationId,
    int number,
    @FreeText @NotNull String place,
    @NotNull String subdistrictCode,
    @NotNull String placeTypeCode,
    @NotNull UUID checklistId,
    Position position,
    int itemCount,
    long unobserved,
    @NotNull Figure scoreRate,
    BigDecimal weightedRate) {

  static EvaluationPointView of(EvaluationPoint point, Score score) {
    return new EvaluationPointView(
        point.id(),
        point.evaluationId(),
        point.number(),
        point.place(),
        point.subdistrictCode(),
        point.placeTypeCode(),
        point.checklistId(),
        point.position(),
        point.itemCount(),
        point.itemCount() - score.told(),
        score.rate("pointId=" + point.id()),
        score.weightedRate());
  }
}
