package org.bihuan.dispatch.item;

import java.util.Set;
import org.bihuan.contract.Role;
import org.bihuan.kit.lifecycle.Action;

/** What can be done to an order item, and by whom. */
public enum ItemAction implements Action {
  /** The rules put it on an order. */
  ISSUE,
  /** The rules found no unit or no limit for it. */
  LEAVE_UNASSIGNED,
  /** Intake corrected category or place of the problem; unit and limit stay as they are. */
  CORRECT,
  /** The special team puts it on an order by hand. */
  ASSIGN(Role.SPECIAL_TEAM),
  /** A new order takes it over before its unit has acknowledged it; the clock starts afresh. */
  REISSUE(Role.SPECIAL_TEAM),
  /** 签收. Does not touch the clock. */
  ACKNOWLEDGE(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  /** 阶段性回复. Does not touch the clock. */
  REPLY_INTERIM(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  /** 最终回复. Stops the clock. */
  REPLY(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  ACCEPT_REPLY(Role.SPECIAL_TEAM),
  /** The limit runs on, longer by the time that the review took. */
  RETURN_REPLY(Role.SPECIAL_TEAM),
  /** By the special team, or because the problem ended in intake as a duplicate or not ours. */
  CANCEL(Role.SPECIAL_TEAM),
  /** Inspection found the problem not fixed: a new round with a new limit. */
  FAIL_RECHECK,
  /** Inspection found the problem fixed. It wins over a cancellation that it crossed. */
  WRITE_OFF,
  /** A fact of another service came too late to change anything; it is only taken down. */
  NOTE_LATE_FACT,
  /** Most of the limit is used up: the unit's, or that of the assignment. */
  WARN,
  /** The limit has passed. */
  MARK_OVERDUE,
  /** A unit that helps replied to its task; the item itself is as it was, as in what follows. */
  REPLY_TO_TASK,
  /** The special team waived the task of a unit that helps. */
  WAIVE_TASK,
  /** Most of the limit of a task is used up. */
  WARN_TASK,
  /** The limit of a task has passed. */
  MARK_TASK_OVERDUE;

  private final Set<String> roles;

  ItemAction(String... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  public Set<String> roles() {
    return roles;
  }

  /** Whether only the lead unit may ask for it, which reports for all [public, B3]. */
  boolean isForLeadUnit() {
    return roles.contains(Role.UNIT_HANDLER);
  }
}
