package org.bihuan.dispatch.task;

import static org.bihuan.dispatch.task.TaskAction.CLOSE;
import static org.bihuan.dispatch.task.TaskAction.MARK_OVERDUE;
import static org.bihuan.dispatch.task.TaskAction.REPLY;
import static org.bihuan.dispatch.task.TaskAction.WAIVE;
import static org.bihuan.dispatch.task.TaskAction.WARN;
import static org.bihuan.dispatch.task.TaskStatus.CLOSED;
import static org.bihuan.dispatch.task.TaskStatus.OPEN;
import static org.bihuan.dispatch.task.TaskStatus.REPLIED;
import static org.bihuan.dispatch.task.TaskStatus.WAIVED;

import java.util.Set;
import org.bihuan.kit.lifecycle.TransitionTable;

/** The life of a unit's task: it ends once, and another round of the item begins another task. */
final class TaskLifecycle {

  private static final TransitionTable<TaskStatus, TaskAction> STEPS =
      TransitionTable.<TaskStatus, TaskAction>of(TaskStatus.class)
          .step(OPEN, REPLY, REPLIED)
          .step(OPEN, WAIVE, WAIVED)
          .step(OPEN, CLOSE, CLOSED)
          .step(OPEN, WARN, OPEN)
          .step(OPEN, MARK_OVERDUE, OPEN)
          .build();

  private TaskLifecycle() {}

  /**
   * State after {@code action}.
   *
   * @throws org.bihuan.kit.lifecycle.IllegalTransition when the table has no such step
   */
  static TaskStatus next(TaskStatus status, TaskAction action) {
    return STEPS.next(status, action);
  }

  /** Actions that lead on from {@code status}, those of the system included. */
  static Set<TaskAction> allowed(TaskStatus status) {
    return STEPS.allowed(status);
  }
}
