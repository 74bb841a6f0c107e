package org.bihuan.dispatch.decision;

/** How far a task has come; that it is overdue is computed. */
public enum TaskStatus {
  OPEN,
  DONE
}
