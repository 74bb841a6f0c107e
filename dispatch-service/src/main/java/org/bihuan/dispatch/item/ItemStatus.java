package org.bihuan.dispatch.item;

/** Where an order item is. Overdue is computed, never a status. */
public enum ItemStatus {
  /**
   * No rule named a unit or gave a limit, or its unit has returned it; it waits for the special
   * team, at the desk of the fallback unit and against a limit of its own.
   */
  UNASSIGNED,
  /** On an order; the clock runs. */
  ISSUED,
  /** The unit confirmed receipt and is at work. */
  ACKNOWLEDGED,
  /**
   * The unit says it is not its business; it keeps it, and the clock runs, until that is decided.
   */
  RETURN_REQUESTED,
  /** The final reply waits for the special team's review. */
  REPLIED,
  /** The reply was accepted; the re-check on the spot is owed. */
  RECHECK_PENDING,
  /** Sent back, by review or by a failed re-check. */
  REWORK,
  /** 挂账: nothing can be done for a while; the clock stands, and a day of review is set. */
  SUSPENDED,
  /** Re-checked and written off (销账). */
  WRITTEN_OFF,
  /** Called off by the special team, or because its problem ended in intake. */
  CANCELLED
}
