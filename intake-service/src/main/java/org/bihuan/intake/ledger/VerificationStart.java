package org.bihuan.intake.ledger;

/** Where a verification begins. */
public enum VerificationStart {
  /** With the first entry. */
  START,
  /** After the newest entry that an earlier verification has found whole. */
  CHECKPOINT
}
