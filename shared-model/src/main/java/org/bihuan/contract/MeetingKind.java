package org.bihuan.contract;

/** Kind of a meeting [brief]. */
public enum MeetingKind {
  /** 常委会. */
  STANDING_COMMITTEE,
  /** 调度会: the special team coordinates the units of complex problems. */
  COORDINATION,
  /** 分管工作线调度会: a line leader's, each week. */
  LINE_WEEKLY,
  /** 专题会. */
  THEMATIC,
  /** 现场会. */
  ONSITE,
  /** 座谈会, as after an unannounced inspection: each problem gets its solution. */
  ROUNDTABLE
}
