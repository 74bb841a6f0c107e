package org.bihuan.inspection.report;

/** The figures that a district reports upward, in the order in which they stand [brief]. */
public enum ReportItem {
  /** 督办单. */
  ORDERS,
  ROUTINE_ORDERS,
  /** 专项督办单. */
  SPECIAL_ORDERS,
  BULLETIN_ORDERS,
  /** 专项督查: every inspection but field studies. */
  SPECIAL_INSPECTIONS,
  /** 一线督查. */
  FRONTLINE_INSPECTIONS,
  /** 线上督查. */
  LINE_INSPECTIONS,
  /** 面上督查. */
  AREA_INSPECTIONS,
  /** 调研. */
  FIELD_STUDIES,
  FINDINGS,
  PROBLEMS_FILED,
  PROBLEMS_WRITTEN_OFF,
  PROBLEMS_OPEN,
  MEETINGS,
  /** 常委会. */
  STANDING_COMMITTEE_MEETINGS,
  /** 调度会. */
  COORDINATION_MEETINGS,
  /** 分管工作线调度会. */
  LINE_WEEKLY_MEETINGS,
  /** 专题会. */
  THEMATIC_MEETINGS,
  /** 现场会. */
  ONSITE_MEETINGS,
  /** 座谈会. */
  ROUNDTABLE_MEETINGS,
  RECHECKS,
  RECHECKS_PASSED,
  SUBDISTRICTS_COVERED
}
