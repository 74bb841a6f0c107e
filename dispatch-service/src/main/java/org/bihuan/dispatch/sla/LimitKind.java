package org.bihuan.dispatch.sla;

/** What an SLA policy limits. */
public enum LimitKind {
  /** The time that a unit has from the issue to its final reply (整改期限). */
  RECTIFICATION,
  /** The time in which an item that no rule gave to a unit must be given to one (指派期限). */
  ASSIGNMENT
}
