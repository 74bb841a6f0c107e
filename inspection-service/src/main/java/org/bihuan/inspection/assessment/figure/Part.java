package org.bihuan.inspection.assessment.figure;

/** Which rows of a share are meant. */
public enum Part {
  /** Those that count for it. */
  NUMERATOR,
  /** Those that it is of. */
  DENOMINATOR
}
