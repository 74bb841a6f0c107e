package org.bihuan.dispatch.organisation.duty;

/** What a leader or a leading body is charged with. */
public enum DutyKind {
  /** Heads the leading group, together with one other (双组长) [brief]. */
  CO_HEAD,
  /** Is in charge of a work line (分管); lines and leaders go many to many. */
  LINE,
  /** Leads the frontline group of a sub-district (带队). */
  FRONTLINE_GROUP,
  /** Answers for the whole of a sub-district (包干): a body, a leader, or one of each. */
  AREA
}
