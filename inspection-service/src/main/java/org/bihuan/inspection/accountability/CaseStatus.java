package org.bihuan.inspection.accountability;

/** Where a case is. */
public enum CaseStatus {
  /** Waits for somebody with the role to decide; nothing follows from it. */
  PROPOSED,
  /** A named person decided that it goes on. */
  CONFIRMED,
  /** A named person decided that it does not; it stays on record. */
  DISMISSED,
  /** It was handed to the subject unit, which reads it from now on. */
  SERVED
}
