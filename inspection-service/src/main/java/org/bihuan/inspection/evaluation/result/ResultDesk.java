package org.bihuan.inspection.evaluation.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.bihuan.inspection.evaluation.EvaluationAccess;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;
import org.bihuan.inspection.evaluation.point.EvaluationPoints;
import org.bihuan.inspection.evaluation.score.Score;
import org.bihuan.inspection.evaluation.score.Scores;
import org.bihuan.kit.paging.Page;

/** Shows points and scores of evaluations. */
@ApplicationScoped
@Transactional
class ResultDesk {

  private final EvaluationAccess access;
  private final EvaluationPoints points;
  private final Scores scores;

  ResultDesk(EvaluationAccess access, EvaluationPoints points, Scores scores) {
    this.access = access;
    this.points = points;
    this.scores = scores;
  }

  Page<EvaluationPointView> points(PointFilter filter) {
    Page<EvaluationPoint> page = points.page(filter.narrow(access.criteriaOfPoints()), filter);
    Map<UUID, Score> found =
        scores.ofPoints(page.items().stream().map(EvaluationPoint::id).toList());
    return page.map(
        point -> EvaluationPointView.of(point, found.getOrDefault(point.id(), Score.NONE)));
  }

  /** Only what has begun has scores, and that everybody may see who may ask. */
  Page<ScoreLine> scores(ScoreFilter filter) {
    return filter.pageOf(
        scores.of(filter.by(), filter.evaluationId).stream()
            .map(part -> ScoreLine.of(filter.by(), part, filter.evaluationId))
            .toList());
  }
}
