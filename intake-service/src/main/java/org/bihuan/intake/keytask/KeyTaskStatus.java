package org.bihuan.intake.keytask;

import org.bihuan.intake.complaint.ComplaintStatus;
import org.bihuan.intake.problem.ProblemStatus;

/** How far a weekly key task is. */
public enum KeyTaskStatus {
  /** Not done yet, whether it waits on the desk or a unit has it. */
  OPEN,
  /** Its problem was written off. */
  DONE,
  /** Taken back, rejected, handed over to another body or called off: it is owed no longer. */
  DROPPED;

  /**
   * @param complaint state of the complaint that told of the task
   * @param problem state of the problem it belongs to; {@code null} without one
   */
  static KeyTaskStatus of(ComplaintStatus complaint, ProblemStatus problem) {
    return switch (complaint) {
      case RECEIVED -> OPEN;
      case REJECTED, WITHDRAWN, HANDED_OVER -> DROPPED;
      case FILED, MERGED -> of(problem);
    };
  }

  static KeyTaskStatus of(ProblemStatus problem) {
    return switch (problem) {
      case OPEN, DISPATCHED, REPLIED, RECHECK_PENDING, REWORK, SUSPENDED -> OPEN;
      case WRITTEN_OFF -> DONE;
      case CANCELLED, MERGED -> DROPPED;
    };
  }
}
