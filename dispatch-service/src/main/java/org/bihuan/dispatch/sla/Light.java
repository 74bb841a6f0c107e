package org.bihuan.dispatch.sla;

import java.time.Instant;

/**
 * How an item stands against its limit, computed and never stored. Each light carries the same rule
 * twice: in Java for one item and in query language for the lists; a test holds them together.
 *
 * <p>The final reply stops the clock, so what counts is the moment of the reply or, without one,
 * now.
 */
public enum Light {
  GREEN(
      "(e.timeLimit.stoppedAt is null and e.timeLimit.warnAt >= :now or e.timeLimit.stoppedAt <= e.timeLimit.warnAt)"),
  /** Most of the limit is used up, by default 75 %. */
  YELLOW(
      "(e.timeLimit.stoppedAt is null and e.timeLimit.warnAt < :now and e.timeLimit.dueAt >= :now"
          + " or e.timeLimit.stoppedAt > e.timeLimit.warnAt and e.timeLimit.stoppedAt <= e.timeLimit.dueAt)"),
  /** Overdue. */
  RED("(" + Light.RUNNING_LATE + " or e.timeLimit.stoppedAt > e.timeLimit.dueAt)");

  /** Rows that are overdue and whose clock still runs. */
  public static final String RUNNING_LATE =
      "e.timeLimit.stoppedAt is null and e.timeLimit.dueAt < :now";

  /** Rows that are not overdue, those without a limit included. */
  public static final String NOT_RED =
      "(e.timeLimit.dueAt is null or e.timeLimit.stoppedAt is null and e.timeLimit.dueAt >= :now"
          + " or e.timeLimit.stoppedAt <= e.timeLimit.dueAt)";

  private final String condition;

  Light(String condition) {
    this.condition = condition;
  }

  /** Condition on an item {@code e} at {@code :now}. */
  public String condition() {
    return condition;
  }

  /** The light at {@code at}: the moment of the final reply or, without one, now. */
  static Light at(Instant at, Instant warnAt, Instant dueAt) {
    if (at.isAfter(dueAt)) {
      return RED;
    }
    return at.isAfter(warnAt) ? YELLOW : GREEN;
  }
}
