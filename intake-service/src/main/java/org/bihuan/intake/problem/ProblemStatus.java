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
  /** 挂账: nothing can be done for a while; the unit's clock stands. */
  SUSPENDED,
  /** 已销账: a re-check has passed. */
  WRITTEN_OFF,
  /** Called off; a write-off that crossed the cancellation still comes after it. */
  CANCELLED,
  /** Another problem's duplicate: its complaints went there. Called off like CANCELLED. */
  MERGED;

  /**
   * Whether a fact that leads to {@code next} moves a problem from here: write-off over
   * cancellation over every other fact, in whatever order they arrive (ADR 0018).
   */
  boolean yieldsTo(ProblemStatus next) {
    return switch (this) {
      case WRITTEN_OFF -> false;
      case CANCELLED, MERGED -> next == WRITTEN_OFF;
      default -> true;
    };
  }

  public boolean isCalledOff() {
    return this == CANCELLED || this == MERGED;
  }

  /** Whether nothing but a write-off that was on its way can still happen to it. */
  public boolean isEnd() {
    return this == WRITTEN_OFF || isCalledOff();
  }
}
