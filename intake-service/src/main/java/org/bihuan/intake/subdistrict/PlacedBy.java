package org.bihuan.intake.subdistrict;

/** What says in which sub-district something is. */
public enum PlacedBy {
  /** A code that was sent, or set by the special team's desk. */
  CODE,
  /** The area that holds the point. */
  POINT,
  /** The area that holds where its photos were taken, by their cameras. */
  PHOTO,
  /** A sub-district or community named in address or text. */
  NAME
}
