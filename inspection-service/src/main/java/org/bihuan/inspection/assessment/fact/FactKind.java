package org.bihuan.inspection.assessment.fact;

/** What a fact of dispatch is for an assessment. */
public enum FactKind {
  /** Put on an order of a unit; begins its time with the item. */
  ISSUED,
  INTERIM_REPLY,
  FINAL_REPLY,
  /** The team accepted a final reply. */
  REPLY_ACCEPTED,
  /** The team sent a final reply back. */
  REPLY_RETURNED,
  /** The unit asked to be rid of it. */
  RETURN_REQUESTED,
  /** The team took it from the unit. */
  RETURN_ACCEPTED,
  /** The end of the limit was moved by an extension. */
  LIMIT_MOVED,
  /** A meeting gave it a date of its own; from here on it is of class PLANNED. */
  PLAN_DATE_SET,
  PLAN_FILED,
  SUSPENDED,
  RESUMED,
  /** A failed re-check sent it back with a new limit. */
  REWORK_ORDERED,
  CANCELLED
}
