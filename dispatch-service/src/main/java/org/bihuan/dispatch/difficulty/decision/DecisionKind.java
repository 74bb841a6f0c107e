package org.bihuan.dispatch.difficulty.decision;

/** What a meeting can decide. */
public enum DecisionKind {
  /** A unit has to do something by a day. */
  TASK,
  /** A complex item gets a date of its own, which is its limit from then on. */
  PLAN_DATE,
  /** It could not be settled: 提请领导小组牵头调度 [brief]. */
  SUBMIT_TO_LEADING_GROUP,
  /** Anything else; it is only recorded. */
  OTHER
}
