package org.bihuan.inspection.evaluation.observation;

/** What was seen of an item. */
public enum ObservationOutcome {
  PASSED,
  FAILED,
  /** There is nothing of the kind at the point; it counts for no score. */
  NOT_APPLICABLE
}
