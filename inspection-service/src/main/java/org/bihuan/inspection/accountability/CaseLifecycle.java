package org.bihuan.inspection.accountability;

import static org.bihuan.inspection.accountability.CaseAction.CONFIRM;
import static org.bihuan.inspection.accountability.CaseAction.DISMISS;
import static org.bihuan.inspection.accountability.CaseAction.SERVE;
import static org.bihuan.inspection.accountability.CaseStatus.CONFIRMED;
import static org.bihuan.inspection.accountability.CaseStatus.DISMISSED;
import static org.bihuan.inspection.accountability.CaseStatus.PROPOSED;
import static org.bihuan.inspection.accountability.CaseStatus.SERVED;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of a case. Nothing leads past the decision, and nothing back. */
final class CaseLifecycle {

  static final TransitionTable<CaseStatus, CaseAction> TABLE =
      TransitionTable.<CaseStatus, CaseAction>of(CaseStatus.class)
          .step(PROPOSED, CONFIRM, CONFIRMED)
          .step(PROPOSED, DISMISS, DISMISSED)
          .step(CONFIRMED, SERVE, SERVED)
          .build();

  private CaseLifecycle() {}
}
