package org.bihuan.inspection.inspection.trip;

/** What makes something a focus of inspections (督查重点来源) [brief]. */
public enum FocusSourceKind {
  /** 市暗访. */
  CITY_COVERT_CHECK,
  /** 市级会议. */
  CITY_MEETING,
  /** 媒体曝光. */
  MEDIA_EXPOSURE,
  /** 重点工作任务每周完成情况. */
  WEEKLY_KEY_TASK
}
