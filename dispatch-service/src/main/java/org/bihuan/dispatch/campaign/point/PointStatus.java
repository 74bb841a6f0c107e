package org.bihuan.dispatch.campaign.point;

/** How far a point of a target list is. */
public enum PointStatus {
  /** On the list, and nobody has looked at it. */
  LISTED,
  /** Somebody was there: something is to be done. */
  SURVEYED,
  /** Somebody was there: nothing is to be done, for the reason that the survey gives. */
  NOT_NEEDED,
  /** An order item is there for it; how far that is the item says. */
  IN_WORK
}
