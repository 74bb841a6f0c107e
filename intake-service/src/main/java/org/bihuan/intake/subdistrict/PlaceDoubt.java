package org.bihuan.intake.subdistrict;

/** What speaks against the place that something was given. */
public enum PlaceDoubt {
  /** Its point lies outside the district, and the deployment keeps such points. */
  OUTSIDE_DISTRICT,
  /** Its point lies in another area than its code, or than every name in its address or text. */
  POINT_ELSEWHERE,
  /** Several sub-districts are named and nothing tells which is meant, so it has none. */
  SEVERAL_NAMES
}
