package org.bihuan.inspection.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Plans evaluations, begins them, sums them up and calls them off. */
@ApplicationScoped
@Transactional
class EvaluationDesk {

  private final EvaluationAccess access;
  private final EvaluationReading reading;
  private final EvaluationPlanning planning;
  private final Clock clock;

  EvaluationDesk(
      EvaluationAccess access,
      EvaluationReading reading,
      EvaluationPlanning planning,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.planning = planning;
    this.clock = clock;
  }

  EvaluationView plan(NewEvaluation wanted) {
    MockEvaluation evaluation = planning.of(wanted, access.leader());
    return reading.full(evaluation);
  }

  EvaluationView start(UUID id) {
    MockEvaluation evaluation = access.toLead(id);
    evaluation.start(clock.instant());
    return reading.full(evaluation);
  }

  EvaluationView conclude(UUID id, String summary) {
    MockEvaluation evaluation = access.toLead(id);
    evaluation.conclude(summary, access.leader(), clock.instant());
    return reading.full(evaluation);
  }

  EvaluationView cancel(UUID id, String reason) {
    MockEvaluation evaluation = access.toLead(id);
    evaluation.cancel(reason);
    return reading.full(evaluation);
  }
}
