package org.bihuan.contract;

/** What shows that a problem was really found fixed on the spot. */
public enum Evidence {
  /** At least one photo of the inspector's own. */
  PHOTO,
  /** A position of the inspector that can be in the district. */
  POSITION,
  /** The quiet time after the reply was waited for. */
  QUIET_TIME
}
