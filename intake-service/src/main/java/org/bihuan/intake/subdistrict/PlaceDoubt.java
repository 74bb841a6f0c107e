package org.bihuan.intake.subdistrict;

/** What speaks against the place that something was given. */
public enum PlaceDoubt {
  /** Its point lies outside the district, and the deployment keeps such points. */
  OUTSIDE_DISTRICT,
  /** Its point lies in another area than its code, or than every name in its address or text. */
  POINT_ELSEWHERE,
  /** Several sub-districts are named and nothing tells which is meant, so it has none. */
  SEVERAL_NAMES,
  /** Its photos were taken in another area than every name in its address or text. */
  PHOTO_ELSEWHERE,
  /** Nothing else tells where it is, and its photos were taken far from each other. */
  PHOTOS_APART,
  /** Nothing else tells where it is, and its photos were taken long before it was told. */
  PHOTOS_OLD
}
