package org.bihuan.inspection.evaluation;

import static org.bihuan.inspection.evaluation.EvaluationAction.CANCEL;
import static org.bihuan.inspection.evaluation.EvaluationAction.CONCLUDE;
import static org.bihuan.inspection.evaluation.EvaluationAction.OBSERVE;
import static org.bihuan.inspection.evaluation.EvaluationAction.START;
import static org.bihuan.inspection.evaluation.EvaluationStatus.CANCELLED;
import static org.bihuan.inspection.evaluation.EvaluationStatus.CONCLUDED;
import static org.bihuan.inspection.evaluation.EvaluationStatus.PLANNED;
import static org.bihuan.inspection.evaluation.EvaluationStatus.UNDER_WAY;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of a mock evaluation. */
final class EvaluationLifecycle {

  static final TransitionTable<EvaluationStatus, EvaluationAction> TABLE =
      TransitionTable.<EvaluationStatus, EvaluationAction>of(EvaluationStatus.class)
          .step(PLANNED, START, UNDER_WAY)
          .step(PLANNED, CANCEL, CANCELLED)
          .step(UNDER_WAY, OBSERVE, UNDER_WAY)
          .step(UNDER_WAY, CONCLUDE, CONCLUDED)
          .build();

  private EvaluationLifecycle() {}
}
