package org.bihuan.inspection.evaluation.result;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.inspection.evaluation.score.ScoreBy;
import org.bihuan.inspection.evaluation.score.Scores.Part;
import org.bihuan.kit.paging.Figure;

/**
 * A score rate of part of what was observed.
 *
 * @param by by what it is told apart
 * @param key the point, type of places, sub-district, or the checklist with the number of the item
 * @param name what that is called
 * @param scoreRate share of what was observed that passed, in percent
 * @param weightedRate the same by the weights of the items; {@code null} before anything was
 *     observed
 * @param failures what failed
 */
public record ScoreLine(
    @NotNull ScoreBy by,
    @NotNull String key,
    @FreeText @NotNull String name,
    @NotNull Figure scoreRate,
    BigDecimal weightedRate,
    @NotNull Figure failures) {

  static ScoreLine of(ScoreBy by, Part part, UUID evaluationId) {
    String parameters = by.parameters(part.key()) + "&evaluationId=" + evaluationId;
    return new ScoreLine(
        by,
        part.key(),
        part.name(),
        part.score().rate(parameters),
        part.score().weightedRate(),
        part.score().failures(parameters));
  }
}
