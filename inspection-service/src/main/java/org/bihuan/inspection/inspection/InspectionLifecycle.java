package org.bihuan.inspection.inspection;

import static org.bihuan.inspection.inspection.InspectionAction.CANCEL;
import static org.bihuan.inspection.inspection.InspectionAction.CHANGE;
import static org.bihuan.inspection.inspection.InspectionAction.CONCLUDE;
import static org.bihuan.inspection.inspection.InspectionAction.HOLD_ROUNDTABLE;
import static org.bihuan.inspection.inspection.InspectionAction.POSTPONE;
import static org.bihuan.inspection.inspection.InspectionAction.REPORT_FINDING;
import static org.bihuan.inspection.inspection.InspectionAction.SKIP_STOP;
import static org.bihuan.inspection.inspection.InspectionAction.START;
import static org.bihuan.inspection.inspection.InspectionAction.VISIT_STOP;
import static org.bihuan.inspection.inspection.InspectionStatus.CANCELLED;
import static org.bihuan.inspection.inspection.InspectionStatus.CONCLUDED;
import static org.bihuan.inspection.inspection.InspectionStatus.PLANNED;
import static org.bihuan.inspection.inspection.InspectionStatus.STARTED;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of an inspection. */
final class InspectionLifecycle {

  static final TransitionTable<InspectionStatus, InspectionAction> TABLE =
      TransitionTable.<InspectionStatus, InspectionAction>of(InspectionStatus.class)
          .step(PLANNED, CHANGE, PLANNED)
          .step(PLANNED, POSTPONE, PLANNED)
          .step(PLANNED, START, STARTED)
          .step(PLANNED, CANCEL, CANCELLED)
          .step(STARTED, VISIT_STOP, STARTED)
          .step(STARTED, SKIP_STOP, STARTED)
          .step(STARTED, REPORT_FINDING, STARTED)
          .step(STARTED, HOLD_ROUNDTABLE, STARTED)
          .step(STARTED, CONCLUDE, CONCLUDED)
          .build();

  private InspectionLifecycle() {}
}
