package org.bihuan.inspection.inspection;

/** How far an inspection is. */
public enum InspectionStatus {
  PLANNED,
  /** On the way: stops are visited, findings reported. */
  STARTED,
  /** Every stop is settled and the result is summed up. */
  CONCLUDED,
  /** Called off before it started. */
  CANCELLED
}
