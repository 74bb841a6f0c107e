package org.bihuan.inspection.assessment.appeal;

/** How far an appeal is. */
public enum AppealStatus {
  /** Fewer than two reviewers have accepted it, and none has refused it. */
  OPEN,
  /** Two reviewers accepted it: its entry is in no figure any more. */
  ACCEPTED,
  /** A reviewer refused it. */
  REFUSED
}
