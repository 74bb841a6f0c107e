package org.bihuan.inspection.assessment;

/** Whether the assessment of a month still changes. */
public enum AssessmentStatus {
  /** It follows the facts. */
  OPEN,
  /** It stays as it was closed. */
  CLOSED
}
