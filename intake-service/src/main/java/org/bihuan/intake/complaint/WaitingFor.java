package org.bihuan.intake.complaint;

/** Why a complaint waits on the special team's desk. */
public enum WaitingFor {
  /** Nobody who logged in has sent it; somebody looks at it before a unit's clock starts (核实). */
  VERIFICATION,
  /** Its category is not clear, or of a kind that never files itself. */
  CATEGORY,
  /**
   * A problem that is tracked says the same, but not all of it agrees, or somebody decides about it
   * right now.
   */
  DUPLICATE,
  /** Whether it is the district's at all cannot be told. */
  SCOPE,
  /** Where it is is doubtful, or it has no sub-district where the deployment requires one. */
  PLACE
}
