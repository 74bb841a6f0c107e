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
  GREEN("(e.clockStoppedAt is null and e.warnAt >= :now or e.clockStoppedAt <= e.warnAt)"),
  /** Most of the limit is used up, by default 75 %. */
  YELLOW(
      "(e.clockStoppedAt is null and e.warnAt < :now and e.dueAt >= :now"
          + " or e.clockStoppedAt > e.warnAt and e.clockStoppedAt <= e.dueAt)"),
  /** Overdue. */
  RED("(" + Light.RUNNING_LATE + " or e.clockStoppedAt > e.dueAt)");

  /** Rows that are overdue and whose clock still runs. */
  public static final String RUNNING_LATE = "e.clockStoppedAt is null and e.dueAt < :now";

  /** Rows that are not overdue, those without a limit included. */
  public static final String NOT_RED =
      "(e.dueAt is null or e.clockStoppedAt is null and e.dueAt >= :now"
          + " or e.clockStoppedAt <= e.dueAt)";

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
