package org.bihuan.intake.complaint;

import static org.bihuan.intake.complaint.ComplaintAction.FILE;
import static org.bihuan.intake.complaint.ComplaintAction.MERGE;
import static org.bihuan.intake.complaint.ComplaintAction.REJECT;
import static org.bihuan.intake.complaint.ComplaintAction.WITHDRAW;
import static org.bihuan.intake.complaint.ComplaintStatus.FILED;
import static org.bihuan.intake.complaint.ComplaintStatus.MERGED;
import static org.bihuan.intake.complaint.ComplaintStatus.RECEIVED;
import static org.bihuan.intake.complaint.ComplaintStatus.REJECTED;
import static org.bihuan.intake.complaint.ComplaintStatus.WITHDRAWN;

import org.bihuan.kit.lifecycle.TransitionTable;

/** The desk decides once about each complaint. */
final class ComplaintLifecycle {

  static final TransitionTable<ComplaintStatus, ComplaintAction> TABLE =
      TransitionTable.<ComplaintStatus, ComplaintAction>of(ComplaintStatus.class)
          .step(RECEIVED, FILE, FILED)
          .step(RECEIVED, MERGE, MERGED)
          .step(RECEIVED, REJECT, REJECTED)
          .step(RECEIVED, WITHDRAW, WITHDRAWN)
          .build();

  private ComplaintLifecycle() {}
}
