package org.bihuan.inspection.evaluation;

/** How far a mock evaluation is. */
public enum EvaluationStatus {
  PLANNED,
  /** Points are looked at. */
  UNDER_WAY,
  /** Summed up; its scores are final. */
  CONCLUDED,
  /** Called off before it began. */
  CANCELLED
}
