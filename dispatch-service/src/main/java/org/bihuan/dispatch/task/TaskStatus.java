package org.bihuan.dispatch.task;

/** Where the task of a unit stands. */
public enum TaskStatus {
  OPEN,
  /** The unit has done its share, or the lead unit says so of an external party. */
  REPLIED,
  /** The special team wants nothing of this unit any more. */
  WAIVED,
  /** The item was called off, or given to others, before the unit had replied. */
  CLOSED
}
