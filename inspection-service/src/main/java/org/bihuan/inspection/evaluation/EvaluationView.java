package org.bihuan.inspection.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evaluation.score.Score;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.web.Versioned;

/**
 * A mock evaluation as a caller sees it.
 *
 * @param name what it is called
 * @param plannedFor when it is to begin
 * @param plannedBy who planned it
 * @param inspectors those who look at the points; any inspector when there is none
 * @param pointCount its points
 * @param itemCount observations to be made: the items of all points
 * @param unobserved items that nobody has told of yet
 * @param startedAt when it began, or {@code null}
 * @param scoreRate share of what was observed that passed, in percent; final once it is concluded
 * @param weightedRate the same by the weights of the items; {@code null} before anything was
 *     observed
 * @param failures what failed
 * @param concludedAt when it was concluded, or {@code null}
 * @param concludedBy who concluded it, or {@code null}
 * @param summary what it came to, or {@code null}
 * @param cancellationReason why it was called off, or {@code null}
 * @param allowedActions what the caller may do next
 * @param version for {@code ETag} and {@code If-Match}
 */
public record EvaluationView(
    @NotNull UUID id,
    @FreeText @NotNull String name,
    @NotNull EvaluationStatus status,
    @NotNull Instant plannedFor,
    @NotNull Actor plannedBy,
    @NotNull List<Inspector> inspectors,
    int pointCount,
    int itemCount,
    long unobserved,
    Instant startedAt,
    @NotNull Figure scoreRate,
    BigDecimal weightedRate,
    @NotNull Figure failures,
    Instant concludedAt,
    Actor concludedBy,
    @FreeText String summary,
    @FreeText String cancellationReason,
    List<EvaluationAction> allowedActions,
    @JsonIgnore long version)
    implements Versioned {

  static EvaluationView of(MockEvaluation evaluation, Score score, List<EvaluationAction> allowed) {
    String own = "evaluationId=" + evaluation.id();
    return new EvaluationView(
        evaluation.id(),
        evaluation.name(),
        evaluation.status(),
        evaluation.plannedFor(),
        evaluation.plannedBy(),
        evaluation.inspectors(),
        evaluation.pointCount(),
        evaluation.itemCount(),
        evaluation.itemCount() - score.told(),
        evaluation.startedAt(),
        score.rate(own),
        score.weightedRate(),
        score.failures(own),
        evaluation.concludedAt(),
        evaluation.concludedBy(),
        evaluation.summary(),
        evaluation.cancellationReason(),
        allowed,
        evaluation.version());
  }
}
