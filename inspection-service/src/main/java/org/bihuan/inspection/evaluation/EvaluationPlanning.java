package org.bihuan.inspection.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;
import org.bihuan.inspection.evaluation.point.EvaluationPoints;
import org.bihuan.inspection.evaluation.point.PointPlanning;
import org.bihuan.inspection.reference.Units;

/** Makes an evaluation with its points. */
@ApplicationScoped
class EvaluationPlanning {

  private final MockEvaluations evaluations;
  private final EvaluationPoints points;
  private final PointPlanning planning;
  private final Units units;

  EvaluationPlanning(
      MockEvaluations evaluations, EvaluationPoints points, PointPlanning planning, Units units) {
    this.evaluations = evaluations;
    this.points = points;
    this.planning = planning;
    this.units = units;
  }

  MockEvaluation of(NewEvaluation wanted, Actor by) {
    List<Inspector> inspectors = Inspector.resolved(wanted.inspectors(), units);
    MockEvaluation evaluation =
        MockEvaluation.plan(wanted.name(), wanted.plannedFor(), inspectors, by);
    List<EvaluationPoint> planned = planning.of(evaluation.id(), wanted.points());
    evaluation.take(planned);
    evaluations.persistAndFlush(evaluation);
    points.persist(planned);
    return evaluation;
  }
}
