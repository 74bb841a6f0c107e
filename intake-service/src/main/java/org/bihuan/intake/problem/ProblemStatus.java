package org.bihuan.intake.problem;

/** Where a problem stands in the loop, as its last fact says. */
public enum ProblemStatus {
  /** On the ledger, with no unit yet. */
  OPEN,
  /** On an order; the clock of its unit runs. */
  DISPATCHED,
  /** The unit says it is done. */
  REPLIED,
  /** The reply was accepted; a re-check on the spot is owed. */
  RECHECK_PENDING,
  /** Sent back to the unit. */
  REWORK,
  /** 已销账: a re-check has passed. */
  WRITTEN_OFF,
  CANCELLED,
  /** Another problem's duplicate: its complaints went there. */
  MERGED;

  /** Whether nothing but a write-off can still happen to it. */
  public boolean isEnd() {
    return this == WRITTEN_OFF || this == CANCELLED || this == MERGED;
  }
}
