package org.bihuan.intake.tracking;

import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintStatus;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemStatus;

/** How far a complaint has come, in words for everyone. */
public enum PublicStatus {
  RECEIVED,
  IN_PROGRESS,
  WRITTEN_OFF,
  REJECTED,
  WITHDRAWN;

  /** Whether nothing more is done about it. */
  public boolean isEnd() {
    return this != RECEIVED && this != IN_PROGRESS;
  }

  /**
   * A problem that was called off is told as rejected, and so is a complaint that is another
   * body's: nobody here will work on it, and the note says who does.
   */
  public static PublicStatus of(Complaint complaint) {
    PublicStatus itself = ofItself(complaint.status());
    return itself == null ? of(complaint.problem().map(Problem::status).orElseThrow()) : itself;
  }

  /** What a complaint shows by itself; {@code null} of one that is as far as its problem. */
  public static PublicStatus ofItself(ComplaintStatus status) {
    return switch (status) {
      case RECEIVED -> RECEIVED;
      case REJECTED, HANDED_OVER -> REJECTED;
      case WITHDRAWN -> WITHDRAWN;
      case FILED, MERGED -> null;
    };
  }

  /** The same of a problem. */
  public static PublicStatus of(ProblemStatus status) {
    return switch (status) {
      case OPEN, DISPATCHED, REPLIED, RECHECK_PENDING, REWORK, SUSPENDED -> IN_PROGRESS;
      case WRITTEN_OFF -> WRITTEN_OFF;
      case CANCELLED, MERGED -> REJECTED;
    };
  }
}
