package org.bihuan.inspection.recheck;

/** How far a re-check is. */
public enum RecheckStatus {
  /** Owed; nobody is named yet. */
  PLANNED,
  /** Inspectors are named. */
  ASSIGNED,
  /** Its outcome is on record. */
  DONE,
  /** Its item was called off. */
  CANCELLED
}
