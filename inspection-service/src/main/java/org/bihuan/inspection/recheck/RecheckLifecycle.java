package org.bihuan.inspection.recheck;

import static org.bihuan.inspection.recheck.RecheckAction.ASSIGN;
import static org.bihuan.inspection.recheck.RecheckAction.CANCEL;
import static org.bihuan.inspection.recheck.RecheckAction.GIVE_OUTCOME;
import static org.bihuan.inspection.recheck.RecheckAction.WAIVE_EVIDENCE;
import static org.bihuan.inspection.recheck.RecheckStatus.ASSIGNED;
import static org.bihuan.inspection.recheck.RecheckStatus.CANCELLED;
import static org.bihuan.inspection.recheck.RecheckStatus.DONE;
import static org.bihuan.inspection.recheck.RecheckStatus.PLANNED;

import java.util.Arrays;
import java.util.List;
import org.bihuan.kit.lifecycle.TransitionTable;

/** The steps of a re-check. An inspector may take a planned one by giving its outcome. */
final class RecheckLifecycle {

  static final TransitionTable<RecheckStatus, RecheckAction> TABLE =
      TransitionTable.<RecheckStatus, RecheckAction>of(RecheckStatus.class)
          .step(PLANNED, ASSIGN, ASSIGNED)
          .step(PLANNED, WAIVE_EVIDENCE, PLANNED)
          .step(PLANNED, GIVE_OUTCOME, DONE)
          .step(PLANNED, CANCEL, CANCELLED)
          .step(ASSIGNED, ASSIGN, ASSIGNED)
          .step(ASSIGNED, WAIVE_EVIDENCE, ASSIGNED)
          .step(ASSIGNED, GIVE_OUTCOME, DONE)
          .step(ASSIGNED, CANCEL, CANCELLED)
          .build();

  /** Statuses in which somebody may still come to the spot. */
  static final List<RecheckStatus> OPEN =
      Arrays.stream(RecheckStatus.values())
          .filter(status -> TABLE.allows(status, GIVE_OUTCOME))
          .toList();

  private RecheckLifecycle() {}
}
