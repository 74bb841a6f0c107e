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
  /** 退单. The clock runs on; within the return window of the SLA policy. */
  REQUEST_RETURN(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  /** It is taken from its unit, for another one or for nobody yet. */
  ACCEPT_RETURN(Role.SPECIAL_TEAM),
  /** The unit keeps it, as it was, on the old clock. */
  REFUSE_RETURN(Role.SPECIAL_TEAM),
  /** The unit has changed its mind and keeps it. */
  WITHDRAW_RETURN(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  /** 申请延期. Moves nothing; before the end of the limit. */
  REQUEST_EXTENSION(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  /** The limit ends later, once. */
  ACCEPT_EXTENSION(Role.SPECIAL_TEAM),
  REFUSE_EXTENSION(Role.SPECIAL_TEAM),
  /** 挂账. Stops the clock; again while it is suspended it sets another day of review. */
  SUSPEND(Role.SPECIAL_TEAM),
  /** The clock runs on, and the limit ends later by the time that it stood. */
  RESUME(Role.SPECIAL_TEAM),
  /** 原因复杂: the special team has to coordinate. Does not touch the clock; once. */
  DECLARE_COMPLEX(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SPECIAL_TEAM),
  /** A meeting gives a complex item a date of its own, which is its limit from then on. */
  SET_PLAN_DATE,
  /** 提请领导小组, by a meeting or the special team itself. Does not touch the clock; once. */
  SUBMIT_TO_LEADING_GROUP(Role.SPECIAL_TEAM),
  /** A meeting decided something else about it. Does not touch the clock. */
  DECIDE_IN_MEETING,
  /** 一事一策, or another version of it. Does not touch the clock. */
  FILE_PLAN(Role.UNIT_HANDLER, Role.UNIT_LEADER),
  /** 催办, by the special team or because the unit has not acknowledged. Does not touch the clock. */
  URGE(Role.SPECIAL_TEAM),
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
  /** The day of review of a suspended item has passed. */
  MARK_REVIEW_OVERDUE,
  /** The day on which it has to be on an order is about to end; the item is as it was. */
  WARN_SAME_DAY,
  /** The day on which it had to be on an order has passed without one; the item is as it was. */
  MISS_SAME_DAY,
  /** A unit that helps replied to its task; the item itself is as it was, as in what follows. */
  REPLY_TO_TASK,
  /** The special team waived the task of a unit that helps. */
  WAIVE_TASK,
  /** Most of the limit of a task is used up. */
  WARN_TASK,
  /** The limit of a task has passed. */
  MARK_TASK_OVERDUE,
  /** A campaign counts it from now on; asked of the campaign, and the item is as it was. */
  JOIN_CAMPAIGN,
  /** A campaign counts it no longer. */
  LEAVE_CAMPAIGN;

  private final Set<String> roles;

  ItemAction(String... roles) {
    this.roles = Set.of(roles);
  }

  @Override
  public Set<String> roles() {
    return roles;
  }

  /**
   * Whether it is the lead unit's, which reports for all [public, B3]: of the units only that one
   * may ask for it.
   */
  boolean isForLeadUnit() {
    return roles.contains(Role.UNIT_HANDLER);
  }

  /** Whether it settles which unit has the item, so that its entry says why. */
  boolean isRouting() {
    return this == ISSUE || this == LEAVE_UNASSIGNED || this == ASSIGN || this == REISSUE;
  }

  /** Whether the special team may ask for it, whatever its unit. */
  boolean isForTeam() {
    return roles.contains(Role.SPECIAL_TEAM);
  }
}
