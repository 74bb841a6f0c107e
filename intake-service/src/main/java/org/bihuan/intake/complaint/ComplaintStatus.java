package org.bihuan.intake.complaint;

/** Where a complaint stands. What becomes of its problem is the problem's own story. */
public enum ComplaintStatus {
  /** Taken in; waits on the special team's desk. */
  RECEIVED,
  /** Became a problem of its own (立案). */
  FILED,
  /** Joined to a problem already tracked (并案). */
  MERGED,
  /** It is another body's (移交). */
  HANDED_OVER,
  /** 不予受理. */
  REJECTED,
  WITHDRAWN
}
