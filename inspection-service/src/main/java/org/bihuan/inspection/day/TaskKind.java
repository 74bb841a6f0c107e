package org.bihuan.inspection.day;

/** What an inspector has to do. */
public enum TaskKind {
  /** Come to a stop of an inspection. */
  INSPECTION_STOP,
  /** Conclude an inspection whose stops are all visited or left out. */
  INSPECTION_CONCLUSION,
  /** Look at whether a problem is fixed (回头看). */
  RECHECK,
  /** Look long after a write-off at whether it has lasted. */
  LOOK_BACK,
  /** Look at a point of a mock evaluation. */
  EVALUATION_POINT
}
