package org.bihuan.dispatch.item;

import java.util.EnumSet;
import java.util.Set;

/** Where an order item is. Overdue is computed, never a status. */
public enum ItemStatus {
  /**
   * No rule named a unit or gave a limit; it waits for the special team, at the desk of the
   * fallback unit and against a limit of its own.
   */
  UNASSIGNED,
  /** On an order; the clock runs. */
  ISSUED,
  /** The unit confirmed receipt and is at work. */
  ACKNOWLEDGED,
  /** The final reply waits for the special team's review. */
  REPLIED,
  /** The reply was accepted; the re-check on the spot is owed. */
  RECHECK_PENDING,
  /** Sent back, by review or by a failed re-check. */
  REWORK,
  /** Re-checked and written off (销账). */
  WRITTEN_OFF,
  /** Called off by the special team, or because its problem ended in intake. */
  CANCELLED;

  /** Those in which the special team has the next step. */
  static final Set<ItemStatus> WAITING_FOR_TEAM = EnumSet.of(UNASSIGNED, REPLIED);

  /** Those in which the lead unit has the next step and has not begun with it. */
  static final Set<ItemStatus> WAITING_FOR_UNIT = EnumSet.of(ISSUED, REWORK);
}
