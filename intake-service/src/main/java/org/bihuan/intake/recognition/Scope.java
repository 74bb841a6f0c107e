package org.bihuan.intake.recognition;

/** Whose matter a message is. */
public enum Scope {
  /** A condition in a place that a unit of the district can put right. */
  OURS,
  /** A matter of a body outside the district's daily management. */
  OTHER_BODY,
  /** Neither is likely enough. */
  UNCLEAR
}
