package org.bihuan.dispatch.notification.recipient;

/** What people and other systems are told of. */
public enum NotificationKind {
  /** 交办: an item came to a unit. */
  ITEM_ISSUED("新交办事项"),
  /** 待分派: no unit has it. */
  ITEM_UNASSIGNED("事项待分派"),
  /** 分派预警: it has waited for a unit for most of the time allowed. */
  ASSIGNMENT_WARNED("待分派事项即将超期"),
  /** 分派超期. */
  ASSIGNMENT_OVERDUE("待分派事项已超期"),
  /** 当日下发预警: the day is about to end on which it has to be on an order. */
  SAME_DAY_ORDER_WARNED("须当日下发的事项尚未下发"),
  /** 当日未下发: that day is over. */
  SAME_DAY_ORDER_MISSED("事项未在当日下发"),
  /** 黄灯: most of its limit is used up. */
  ITEM_WARNED("事项即将超期"),
  /** 红灯: its limit has passed. */
  ITEM_OVERDUE("事项已超期"),
  /** 催办. */
  ITEM_URGED("事项被催办"),
  /** 回复待审. */
  REPLY_RECEIVED("回复待审核"),
  /** 回复退回. */
  REPLY_RETURNED("回复被退回"),
  /** 回复通过. */
  REPLY_ACCEPTED("回复已通过"),
  /** 核查未通过: another round with a new limit. */
  REWORK_ORDERED("核查未通过，需重新整改"),
  /** 退单待审. */
  RETURN_REQUESTED("退单申请待审批"),
  /** 退单同意: the unit that asked is rid of it. */
  RETURN_ACCEPTED("退单申请已同意"),
  /** 退单不同意. */
  RETURN_REFUSED("退单申请未同意"),
  /** 延期待审. */
  EXTENSION_REQUESTED("延期申请待审批"),
  /** 延期同意. */
  EXTENSION_ACCEPTED("延期申请已同意"),
  /** 延期不同意. */
  EXTENSION_REFUSED("延期申请未同意"),
  /** 挂账. */
  ITEM_SUSPENDED("事项已挂账"),
  /** 挂账复核逾期. */
  SUSPENSION_REVIEW_OVERDUE("挂账事项复核逾期"),
  /** 恢复办理. */
  ITEM_RESUMED("事项恢复办理"),
  /** 提请调度, D1: the special team has to coordinate. */
  COMPLEXITY_DECLARED("事项提请专班调度"),
  /** 提请领导小组, D2: the leading group has to coordinate. */
  SUBMITTED_TO_LEADING_GROUP("事项提请领导小组调度"),
  /** 会议确定期限: a meeting has given the item a date of its own. */
  PLAN_DATE_SET("事项期限由会议确定"),
  /** 配合任务下达, to each unit that helps. */
  TASK_GIVEN("新配合任务"),
  /** 配合任务已回复. */
  TASK_REPLIED("配合任务已回复"),
  /** 配合任务免除. */
  TASK_WAIVED("配合任务已免除"),
  /** 配合任务黄灯. */
  TASK_WARNED("配合任务即将超期"),
  /** 配合任务红灯. */
  TASK_OVERDUE("配合任务已超期"),
  /** 销账. */
  ITEM_WRITTEN_OFF("事项已销账"),
  /** 撤销. */
  ITEM_CANCELLED("事项已撤销");

  private final String title;

  NotificationKind(String title) {
    this.title = title;
  }

  /** What happened, in Chinese, as the beginning of a message. */
  public String title() {
    return title;
  }

  /** As machines are told: {@code item-overdue}. */
  public String wireName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
