package org.bihuan.intake.complaint;

import static org.bihuan.intake.complaint.ComplaintAction.CORRECT;
import static org.bihuan.intake.complaint.ComplaintAction.FILE;
import static org.bihuan.intake.complaint.ComplaintAction.HAND_OVER;
import static org.bihuan.intake.complaint.ComplaintAction.MERGE;
import static org.bihuan.intake.complaint.ComplaintAction.REJECT;
import static org.bihuan.intake.complaint.ComplaintAction.SPLIT;
import static org.bihuan.intake.complaint.ComplaintAction.WITHDRAW;
import static org.bihuan.intake.complaint.ComplaintStatus.FILED;
import static org.bihuan.intake.complaint.ComplaintStatus.HANDED_OVER;
import static org.bihuan.intake.complaint.ComplaintStatus.MERGED;
import static org.bihuan.intake.complaint.ComplaintStatus.RECEIVED;
import static org.bihuan.intake.complaint.ComplaintStatus.REJECTED;
import static org.bihuan.intake.complaint.ComplaintStatus.WITHDRAWN;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The desk decides about what waits, and can put right what was filed or merged. */
final class ComplaintLifecycle {

  static final TransitionTable<ComplaintStatus, ComplaintAction> TABLE =
      TransitionTable.<ComplaintStatus, ComplaintAction>of(ComplaintStatus.class)
          .step(RECEIVED, FILE, FILED)
          .step(RECEIVED, MERGE, MERGED)
          .step(RECEIVED, CORRECT, RECEIVED)
          .step(RECEIVED, HAND_OVER, HANDED_OVER)
          .step(RECEIVED, REJECT, REJECTED)
          .step(RECEIVED, WITHDRAW, WITHDRAWN)
          .step(FILED, MERGE, MERGED)
          .step(FILED, CORRECT, FILED)
          .step(FILED, HAND_OVER, HANDED_OVER)
          .step(MERGED, SPLIT, FILED)
          .build();

  private ComplaintLifecycle() {}
}
