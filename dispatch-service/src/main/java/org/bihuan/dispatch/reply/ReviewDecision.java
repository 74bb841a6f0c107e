package org.bihuan.dispatch.reply;

/** What the special team says to a final reply. */
public enum ReviewDecision {
  ACCEPTED,
  /** Accepted, and something lasting is demanded with it (长效要求) [brief]. */
  ACCEPTED_WITH_STANDING_DEMAND,
  RETURNED
}
