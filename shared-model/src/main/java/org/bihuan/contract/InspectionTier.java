package org.bihuan.contract;

/** Who inspects: the three tiers of supervision (三级督查) [brief]. */
public enum InspectionTier {
  /** 一线督查: the district's first leaders, on the spot. */
  FRONTLINE,
  /** 线上督查: the leader in charge of a work line. "On the line", not "online". */
  LINE,
  /** 面上督查: the special team, everywhere. */
  AREA
}
