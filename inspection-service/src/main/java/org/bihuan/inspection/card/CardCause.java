package org.bihuan.inspection.card;

/** What was counted. */
public enum CardCause {
  /** Re-checks of one item saw again and again that it was not put right. */
  FAILED_RECHECKS,
  /** The limit of an item passed without a final reply. */
  OVERDUE
}
