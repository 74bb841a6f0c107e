package org.bihuan.intake.feedback.call;

/** How far a call-back is. */
public enum CallBackStatus {
  /** The reporter is to be called. */
  OPEN,
  /** The reporter was reached and has answered. */
  DONE,
  /** No call is needed any more: the reporter answered otherwise, or could not be reached. */
  CLOSED
}
