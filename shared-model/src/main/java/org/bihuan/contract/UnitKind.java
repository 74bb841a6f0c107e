package org.bihuan.contract;

/** What a unit is to the district. */
public enum UnitKind {
  /** Subordinate to the district itself (区直单位). */
  DISTRICT_UNIT,
  /** Part of another unit, which it works for (管理所, 中心). */
  SUB_UNIT,
  /** Office of a sub-district (街道办事处). */
  SUBDISTRICT_OFFICE,
  /** Not subordinate: it can be asked to help, never be ordered to (运营商, 产权单位). */
  EXTERNAL_PARTY
}
