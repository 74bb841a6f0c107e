package org.bihuan.dispatch.notification.recipient;

/** Whom a rule names, seen from the item. */
public enum RecipientKind {
  /** 牵头单位经办人. */
  LEAD_UNIT_HANDLER,
  /** 牵头单位负责人. */
  LEAD_UNIT_LEADER,
  /** 配合单位经办人, of the task; the lead unit's for an external party, which has no login. */
  TASK_UNIT_HANDLER,
  /** 配合单位负责人, likewise. */
  TASK_UNIT_LEADER,
  /** 分管领导 of the work line to which the category belongs; nobody when it belongs to none. */
  LINE_LEADER,
  /** 专班. */
  SPECIAL_TEAM,
  /** 主要领导. */
  TOP_LEADER
}
