package org.bihuan.contract;

/** How high something went. */
public enum EscalationLevel {
  /** 提请领导小组牵头调度: the leading group with its two heads coordinates [brief]. */
  D2_LEADING_GROUP
}
