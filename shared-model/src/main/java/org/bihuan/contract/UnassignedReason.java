package org.bihuan.contract;

/** Why no unit has a problem, which waits for the special team's hand. */
public enum UnassignedReason {
  /** No routing rule in force covers the category in that sub-district. */
  NO_ROUTING_RULE,
  /** A rule names a unit that is no longer active. */
  UNIT_INACTIVE,
  /** No SLA policy in force sets a limit for the deadline class, or its limit comes from a plan. */
  NO_LIMIT_FOR_CLASS,
  /** Its unit has returned it, and no other one is named yet. */
  RETURNED
}
