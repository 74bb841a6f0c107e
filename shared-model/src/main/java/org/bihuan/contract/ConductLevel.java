package org.bihuan.contract;

/**
 * How far a matter of conduct has gone. It says which office is concerned, and judges nobody; how
 * difficult a problem is has nothing to do with it. A level never falls by itself.
 */
public enum ConductLevel {
  /** 提醒: the unit is reminded. */
  C1,
  /** 区委同步督查: the committee inspects beside the running order [brief]. */
  C2,
  /** 纪委介入: the matter is referred to the discipline commission [brief]. */
  C3
}
