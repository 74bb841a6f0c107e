package org.bihuan.inspection.evaluation.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.inspection.evaluation.EvaluationAccess;
import org.bihuan.inspection.evaluation.MockEvaluation;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;
import org.bihuan.inspection.evaluation.point.EvaluationPoints;
import org.bihuan.inspection.evaluation.score.Score;
import org.bihuan.inspection.evaluation.score.Scores;
import org.bihuan.kit.paging.Criteria;

/** Points that the caller is still to look at. */
@ApplicationScoped
public class OpenPoints {

  private final EvaluationAccess access;
  private final EvaluationPoints points;
  private final Scores scores;

  OpenPoints(EvaluationAccess access, EvaluationPoints points, Scores scores) {
    this.access = access;
    this.points = points;
    this.scores = scores;
  }

  /** Those of evaluations under way, planned for before {@code end}, that are the caller's. */
  public List<OpenPoint> toDoBy(Instant end) {
    Map<UUID, MockEvaluation> own =
        access.toDoBy(end).stream()
            .collect(Collectors.toMap(MockEvaluation::id, Function.identity()));
    if (own.isEmpty()) {
      return List.of();
    }
    List<EvaluationPoint> all = points.all(new Criteria().in("evaluationId", own.keySet()));
    Map<UUID, Score> told = scores.ofPoints(all.stream().map(EvaluationPoint::id).toList());
    return all.stream()
        .filter(point -> told.getOrDefault(point.id(), Score.NONE).told() < point.itemCount())
        .map(point -> open(point, own.get(point.evaluationId())))
        .toList();
  }

  private OpenPoint open(EvaluationPoint point, MockEvaluation evaluation) {
    return new OpenPoint(
        point, evaluation.name(), evaluation.plannedFor(), access.isNamed(evaluation));
  }
}
