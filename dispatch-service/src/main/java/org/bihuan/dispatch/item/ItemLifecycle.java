package org.bihuan.dispatch.item;

import static org.bihuan.dispatch.item.ItemAction.ACCEPT_EXTENSION;
import static org.bihuan.dispatch.item.ItemAction.ACCEPT_REPLY;
import static org.bihuan.dispatch.item.ItemAction.ACCEPT_RETURN;
import static org.bihuan.dispatch.item.ItemAction.ACKNOWLEDGE;
import static org.bihuan.dispatch.item.ItemAction.ASSIGN;
import static org.bihuan.dispatch.item.ItemAction.CANCEL;
import static org.bihuan.dispatch.item.ItemAction.CORRECT;
import static org.bihuan.dispatch.item.ItemAction.DECIDE_IN_MEETING;
import static org.bihuan.dispatch.item.ItemAction.DECLARE_COMPLEX;
import static org.bihuan.dispatch.item.ItemAction.FAIL_RECHECK;
import static org.bihuan.dispatch.item.ItemAction.FILE_PLAN;
import static org.bihuan.dispatch.item.ItemAction.ISSUE;
import static org.bihuan.dispatch.item.ItemAction.JOIN_CAMPAIGN;
import static org.bihuan.dispatch.item.ItemAction.LEAVE_CAMPAIGN;
import static org.bihuan.dispatch.item.ItemAction.LEAVE_UNASSIGNED;
import static org.bihuan.dispatch.item.ItemAction.MARK_OVERDUE;
import static org.bihuan.dispatch.item.ItemAction.MARK_REVIEW_OVERDUE;
import static org.bihuan.dispatch.item.ItemAction.MARK_TASK_OVERDUE;
import static org.bihuan.dispatch.item.ItemAction.MISS_SAME_DAY;
import static org.bihuan.dispatch.item.ItemAction.NOTE_LATE_FACT;
import static org.bihuan.dispatch.item.ItemAction.REFUSE_EXTENSION;
import static org.bihuan.dispatch.item.ItemAction.REFUSE_RETURN;
import static org.bihuan.dispatch.item.ItemAction.REISSUE;
import static org.bihuan.dispatch.item.ItemAction.REPLY;
import static org.bihuan.dispatch.item.ItemAction.REPLY_INTERIM;
import static org.bihuan.dispatch.item.ItemAction.REPLY_TO_TASK;
import static org.bihuan.dispatch.item.ItemAction.REQUEST_EXTENSION;
import static org.bihuan.dispatch.item.ItemAction.REQUEST_RETURN;
import static org.bihuan.dispatch.item.ItemAction.RESUME;
import static org.bihuan.dispatch.item.ItemAction.RETURN_REPLY;
import static org.bihuan.dispatch.item.ItemAction.SET_PLAN_DATE;
import static org.bihuan.dispatch.item.ItemAction.SUBMIT_TO_LEADING_GROUP;
import static org.bihuan.dispatch.item.ItemAction.SUSPEND;
import static org.bihuan.dispatch.item.ItemAction.URGE;
import static org.bihuan.dispatch.item.ItemAction.WAIVE_TASK;
import static org.bihuan.dispatch.item.ItemAction.WARN;
import static org.bihuan.dispatch.item.ItemAction.WARN_SAME_DAY;
import static org.bihuan.dispatch.item.ItemAction.WARN_TASK;
import static org.bihuan.dispatch.item.ItemAction.WITHDRAW_RETURN;
import static org.bihuan.dispatch.item.ItemAction.WRITE_OFF;
import static org.bihuan.dispatch.item.ItemStatus.ACKNOWLEDGED;
import static org.bihuan.dispatch.item.ItemStatus.CANCELLED;
import static org.bihuan.dispatch.item.ItemStatus.ISSUED;
import static org.bihuan.dispatch.item.ItemStatus.RECHECK_PENDING;
import static org.bihuan.dispatch.item.ItemStatus.REPLIED;
import static org.bihuan.dispatch.item.ItemStatus.RETURN_REQUESTED;
import static org.bihuan.dispatch.item.ItemStatus.REWORK;
import static org.bihuan.dispatch.item.ItemStatus.SUSPENDED;
import static org.bihuan.dispatch.item.ItemStatus.UNASSIGNED;
import static org.bihuan.dispatch.item.ItemStatus.WRITTEN_OFF;

import java.util.Set;
import org.bihuan.kit.lifecycle.TransitionTable;

/**
 * The life of an order item: which step may follow which. A write-off ends it for good; a
 * cancellation ends it too, but yields to the write-off of a re-check that it crossed (ADR 0018).
 */
public final class ItemLifecycle {

  private static final TransitionTable<ItemStatus, ItemAction> STEPS =
      TransitionTable.<ItemStatus, ItemAction>of(ItemStatus.class)
          .step(UNASSIGNED, ISSUE, ISSUED)
          .step(UNASSIGNED, LEAVE_UNASSIGNED, UNASSIGNED)
          .step(UNASSIGNED, ASSIGN, ISSUED)
          .step(UNASSIGNED, DECIDE_IN_MEETING, UNASSIGNED)
          .step(UNASSIGNED, CORRECT, UNASSIGNED)
          .step(UNASSIGNED, WARN, UNASSIGNED)
          .step(UNASSIGNED, MARK_OVERDUE, UNASSIGNED)
          .step(UNASSIGNED, WARN_SAME_DAY, UNASSIGNED)
          .step(UNASSIGNED, MISS_SAME_DAY, UNASSIGNED)
          .step(UNASSIGNED, CANCEL, CANCELLED)
          .step(UNASSIGNED, NOTE_LATE_FACT, UNASSIGNED)
          .step(UNASSIGNED, JOIN_CAMPAIGN, UNASSIGNED)
          .step(UNASSIGNED, LEAVE_CAMPAIGN, UNASSIGNED)
          .step(ISSUED, REISSUE, ISSUED)
          .step(ISSUED, ACKNOWLEDGE, ACKNOWLEDGED)
          .step(ISSUED, REQUEST_RETURN, RETURN_REQUESTED)
          .step(ISSUED, REQUEST_EXTENSION, ISSUED)
          .step(ISSUED, ACCEPT_EXTENSION, ISSUED)
          .step(ISSUED, REFUSE_EXTENSION, ISSUED)
          .step(ISSUED, SUSPEND, SUSPENDED)
          .step(ISSUED, DECLARE_COMPLEX, ISSUED)
          .step(ISSUED, SET_PLAN_DATE, ISSUED)
          .step(ISSUED, SUBMIT_TO_LEADING_GROUP, ISSUED)
          .step(ISSUED, DECIDE_IN_MEETING, ISSUED)
          .step(ISSUED, FILE_PLAN, ISSUED)
          .step(ISSUED, URGE, ISSUED)
          .step(ISSUED, WARN, ISSUED)
          .step(ISSUED, MARK_OVERDUE, ISSUED)
          .step(ISSUED, CORRECT, ISSUED)
          .step(ISSUED, MISS_SAME_DAY, ISSUED)
          .step(ISSUED, CANCEL, CANCELLED)
          .step(ISSUED, NOTE_LATE_FACT, ISSUED)
          .step(ISSUED, JOIN_CAMPAIGN, ISSUED)
          .step(ISSUED, LEAVE_CAMPAIGN, ISSUED)
          .step(ISSUED, REPLY_TO_TASK, ISSUED)
          .step(ISSUED, WAIVE_TASK, ISSUED)
          .step(ISSUED, WARN_TASK, ISSUED)
          .step(ISSUED, MARK_TASK_OVERDUE, ISSUED)
          .step(ACKNOWLEDGED, REPLY_INTERIM, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, REPLY, REPLIED)
          .step(ACKNOWLEDGED, REQUEST_RETURN, RETURN_REQUESTED)
          .step(ACKNOWLEDGED, REQUEST_EXTENSION, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, ACCEPT_EXTENSION, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, REFUSE_EXTENSION, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, SUSPEND, SUSPENDED)
          .step(ACKNOWLEDGED, DECLARE_COMPLEX, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, SET_PLAN_DATE, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, SUBMIT_TO_LEADING_GROUP, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, DECIDE_IN_MEETING, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, FILE_PLAN, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, URGE, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, WARN, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, MARK_OVERDUE, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, CORRECT, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, MISS_SAME_DAY, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, CANCEL, CANCELLED)
          .step(ACKNOWLEDGED, NOTE_LATE_FACT, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, JOIN_CAMPAIGN, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, LEAVE_CAMPAIGN, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, REPLY_TO_TASK, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, WAIVE_TASK, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, WARN_TASK, ACKNOWLEDGED)
          .step(ACKNOWLEDGED, MARK_TASK_OVERDUE, ACKNOWLEDGED)
          .step(RETURN_REQUESTED, ACCEPT_RETURN, UNASSIGNED)
          .back(RETURN_REQUESTED, REFUSE_RETURN, Set.of(ISSUED, ACKNOWLEDGED))
          .back(RETURN_REQUESTED, WITHDRAW_RETURN, Set.of(ISSUED, ACKNOWLEDGED))
          .step(RETURN_REQUESTED, ACCEPT_EXTENSION, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, REFUSE_EXTENSION, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, WARN, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, MARK_OVERDUE, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, DECIDE_IN_MEETING, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, CORRECT, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, MISS_SAME_DAY, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, CANCEL, CANCELLED)
          .step(RETURN_REQUESTED, NOTE_LATE_FACT, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, JOIN_CAMPAIGN, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, LEAVE_CAMPAIGN, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, REPLY_TO_TASK, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, WAIVE_TASK, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, WARN_TASK, RETURN_REQUESTED)
          .step(RETURN_REQUESTED, MARK_TASK_OVERDUE, RETURN_REQUESTED)
          .step(REPLIED, ACCEPT_REPLY, RECHECK_PENDING)
          .step(REPLIED, RETURN_REPLY, REWORK)
          .step(REPLIED, DECIDE_IN_MEETING, REPLIED)
          .step(REPLIED, CORRECT, REPLIED)
          .step(REPLIED, MISS_SAME_DAY, REPLIED)
          .step(REPLIED, CANCEL, CANCELLED)
          .step(REPLIED, NOTE_LATE_FACT, REPLIED)
          .step(REPLIED, JOIN_CAMPAIGN, REPLIED)
          .step(REPLIED, LEAVE_CAMPAIGN, REPLIED)
          .step(RECHECK_PENDING, FAIL_RECHECK, REWORK)
          .step(RECHECK_PENDING, WRITE_OFF, WRITTEN_OFF)
          .step(RECHECK_PENDING, DECIDE_IN_MEETING, RECHECK_PENDING)
          .step(RECHECK_PENDING, CORRECT, RECHECK_PENDING)
          .step(RECHECK_PENDING, MISS_SAME_DAY, RECHECK_PENDING)
          .step(RECHECK_PENDING, CANCEL, CANCELLED)
          .step(RECHECK_PENDING, NOTE_LATE_FACT, RECHECK_PENDING)
          .step(RECHECK_PENDING, JOIN_CAMPAIGN, RECHECK_PENDING)
          .step(RECHECK_PENDING, LEAVE_CAMPAIGN, RECHECK_PENDING)
          .step(REWORK, REPLY_INTERIM, REWORK)
          .step(REWORK, REPLY, REPLIED)
          .step(REWORK, REQUEST_EXTENSION, REWORK)
          .step(REWORK, ACCEPT_EXTENSION, REWORK)
          .step(REWORK, REFUSE_EXTENSION, REWORK)
          .step(REWORK, SUSPEND, SUSPENDED)
          .step(REWORK, DECLARE_COMPLEX, REWORK)
          .step(REWORK, SET_PLAN_DATE, REWORK)
          .step(REWORK, SUBMIT_TO_LEADING_GROUP, REWORK)
          .step(REWORK, DECIDE_IN_MEETING, REWORK)
          .step(REWORK, FILE_PLAN, REWORK)
          .step(REWORK, URGE, REWORK)
          .step(REWORK, WARN, REWORK)
          .step(REWORK, MARK_OVERDUE, REWORK)
          .step(REWORK, CORRECT, REWORK)
          .step(REWORK, MISS_SAME_DAY, REWORK)
          .step(REWORK, CANCEL, CANCELLED)
          .step(REWORK, NOTE_LATE_FACT, REWORK)
          .step(REWORK, JOIN_CAMPAIGN, REWORK)
          .step(REWORK, LEAVE_CAMPAIGN, REWORK)
          .step(REWORK, REPLY_TO_TASK, REWORK)
          .step(REWORK, WAIVE_TASK, REWORK)
          .step(REWORK, WARN_TASK, REWORK)
          .step(REWORK, MARK_TASK_OVERDUE, REWORK)
          .back(SUSPENDED, RESUME, Set.of(ISSUED, ACKNOWLEDGED, REWORK))
          .step(SUSPENDED, SUSPEND, SUSPENDED)
          .step(SUSPENDED, MARK_REVIEW_OVERDUE, SUSPENDED)
          .step(SUSPENDED, DECIDE_IN_MEETING, SUSPENDED)
          .step(SUSPENDED, CORRECT, SUSPENDED)
          .step(SUSPENDED, MISS_SAME_DAY, SUSPENDED)
          .step(SUSPENDED, CANCEL, CANCELLED)
          .step(SUSPENDED, NOTE_LATE_FACT, SUSPENDED)
          .step(SUSPENDED, JOIN_CAMPAIGN, SUSPENDED)
          .step(SUSPENDED, LEAVE_CAMPAIGN, SUSPENDED)
          .step(CANCELLED, WRITE_OFF, WRITTEN_OFF)
          .step(CANCELLED, NOTE_LATE_FACT, CANCELLED)
          .step(WRITTEN_OFF, NOTE_LATE_FACT, WRITTEN_OFF)
          .build();

  private ItemLifecycle() {}

  /**
   * State after {@code action}.
   *
   * @param before state that the item remembers, or {@code null}
   * @throws org.bihuan.kit.lifecycle.IllegalTransition when the table has no such step
   */
  static ItemStatus next(ItemStatus status, ItemAction action, ItemStatus before) {
    return STEPS.next(status, action, before);
  }

  /** Every state that {@code action} can lead to; empty when it is refused. */
  static Set<ItemStatus> targets(ItemStatus status, ItemAction action) {
    return STEPS.targets(status, action);
  }

  /** Whether an item in {@code status} goes back to where it came from, and so remembers it. */
  static boolean leadsBack(ItemStatus status) {
    return STEPS.leadsBack(status);
  }

  /** Actions that lead on from {@code status}, those of the system included. */
  public static Set<ItemAction> allowed(ItemStatus status) {
    return STEPS.allowed(status);
  }

  /** Whether anything is still owed: what is open can be called off. */
  public static boolean isOpen(ItemStatus status) {
    return STEPS.allows(status, CANCEL);
  }

  /** Whether a limit runs out in this state: only there it can turn red. */
  public static boolean isRunning(ItemStatus status) {
    return STEPS.allows(status, MARK_OVERDUE);
  }

  /** What putting an item on an order by hand is called from here. */
  static ItemAction takeover(ItemStatus status) {
    return STEPS.allows(status, ASSIGN) ? ASSIGN : REISSUE;
  }
}
