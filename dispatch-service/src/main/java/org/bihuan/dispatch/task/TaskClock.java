package org.bihuan.dispatch.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.dispatch.sla.ClockReading;
import org.bihuan.dispatch.sla.TimeLimit;

/**
 * The clock of a unit's task. It has the limit of the item, from the same start to the same end,
 * and whatever moves or stops that limit moves or stops this one; but it stands for good once this
 * unit has replied.
 *
 * @param heldFrom from when the unit has held its task: the start of the limit, later by all the
 *     time that the clock stood before it ran on
 * @param warnAt from here on the task is yellow
 * @param dueAt its last moment
 * @param stoppedAt since when the clock stands, or {@code null} while it runs
 * @param nextAttentionAt when the watch has to look at it next, or {@code null}
 * @param warned whether yellow was told
 * @param markedOverdue whether red was told
 */
@Embeddable
record TaskClock(
    @Column(name = "held_from") Instant heldFrom,
    @Column(name = "warn_at") Instant warnAt,
    @Column(name = "due_at") Instant dueAt,
    @Column(name = "stopped_at") Instant stoppedAt,
    @Column(name = "next_attention_at") Instant nextAttentionAt,
    boolean warned,
    @Column(name = "marked_overdue") boolean markedOverdue) {

  /** The clock of a task that begins with the limit of its item. */
  static TaskClock of(TimeLimit limit) {
    return new TaskClock(limit.startedAt(), limit.warnAt(), limit.dueAt(), null, null, false, false)
        .watched();
  }

  /**
   * The same limit as the item's after a step at {@code at}. What lies ahead again, because the end
   * moved, is told anew.
   */
  TaskClock following(TimeLimit limit, Instant at) {
    boolean runsOn = stoppedAt != null && limit.stoppedAt() == null;
    return new TaskClock(
            runsOn ? heldFrom.plus(Duration.between(stoppedAt, at)) : heldFrom,
            limit.warnAt(),
            limit.dueAt(),
            limit.stoppedAt(),
            null,
            warned && !limit.warnAt().isAfter(at),
            markedOverdue && !limit.dueAt().isAfter(at))
        .watched();
  }

  /** The unit has replied: in time it stays in time, late it stays late. */
  TaskClock stopped(Instant at) {
    return new TaskClock(heldFrom, warnAt, dueAt, at, null, warned, markedOverdue);
  }

  /** Nothing is owed any more, so it never turns overdue. */
  TaskClock ended(Instant at) {
    Instant end = stoppedAt != null && stoppedAt.isBefore(at) ? stoppedAt : at;
    return stopped(end.isBefore(dueAt) ? end : dueAt);
  }

  /** What was due is told: yellow first, then red, each once. */
  TaskClock told() {
    return new TaskClock(heldFrom, warnAt, dueAt, stoppedAt, null, true, warned).watched();
  }

  private TaskClock watched() {
    Instant next = warned ? dueAt : warnAt;
    boolean waits = stoppedAt == null && !markedOverdue;
    return new TaskClock(
        heldFrom, warnAt, dueAt, stoppedAt, waits ? next : null, warned, markedOverdue);
  }

  /** What it shows at {@code now}. */
  ClockReading read(Instant now) {
    return ClockReading.of(warnAt, dueAt, stoppedAt, now);
  }

  /** How long the unit has held its task at {@code now}, or held it until it was done. */
  Duration heldFor(Instant now) {
    return Duration.between(heldFrom, stoppedAt == null ? now : stoppedAt);
  }
}
