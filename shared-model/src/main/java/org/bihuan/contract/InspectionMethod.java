package org.bihuan.contract;

/** How an inspection is carried out. */
public enum InspectionMethod {
  /** 四不两直: no notice, no briefing; invisible to the inspected unit until it has started [brief]. */
  UNANNOUNCED,
  ANNOUNCED,
  /** 实地调研. */
  FIELD_STUDY,
  /** 暗访. */
  COVERT,
  DESK
}
