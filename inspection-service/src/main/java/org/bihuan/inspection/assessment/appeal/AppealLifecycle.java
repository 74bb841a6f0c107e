package org.bihuan.inspection.assessment.appeal;

import static org.bihuan.inspection.assessment.appeal.AppealAction.ACCEPT;
import static org.bihuan.inspection.assessment.appeal.AppealAction.CONFIRM;
import static org.bihuan.inspection.assessment.appeal.AppealAction.REFUSE;
import static org.bihuan.inspection.assessment.appeal.AppealStatus.ACCEPTED;
import static org.bihuan.inspection.assessment.appeal.AppealStatus.OPEN;
import static org.bihuan.inspection.assessment.appeal.AppealStatus.REFUSED;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of an appeal: two reviewers must accept it, and one is enough to refuse it. */
final class AppealLifecycle {

  static final TransitionTable<AppealStatus, AppealAction> TABLE =
      TransitionTable.<AppealStatus, AppealAction>of(AppealStatus.class)
          .step(OPEN, ACCEPT, OPEN)
          .step(OPEN, CONFIRM, ACCEPTED)
          .step(OPEN, REFUSE, REFUSED)
          .build();

  private AppealLifecycle() {}
}
