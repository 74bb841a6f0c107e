package org.bihuan.dispatch.difficulty.decision;

/** How far the task that a meeting gave to a unit has come; that it is overdue is computed. */
public enum MeetingTaskStatus {
  OPEN,
  DONE
}
