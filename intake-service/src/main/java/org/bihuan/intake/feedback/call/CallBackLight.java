package org.bihuan.intake.feedback.call;

import java.time.Duration;
import java.time.Instant;

/** How a call-back stands against its last moment; computed, never stored. */
public enum CallBackLight {
  GREEN,
  /** At most a quarter of the time is left [ours]. */
  YELLOW,
  /** Late. */
  RED;

  private static final int QUARTER = 4;

  /**
   * The light at a moment.
   *
   * @param at when it ended or, while it is open, now
   */
  static CallBackLight at(Instant at, Instant plannedAt, Instant dueAt) {
    if (at.isAfter(dueAt)) {
      return RED;
    }
    Duration quarter = Duration.between(plannedAt, dueAt).dividedBy(QUARTER);
    return at.isAfter(dueAt.minus(quarter)) ? YELLOW : GREEN;
  }
}
