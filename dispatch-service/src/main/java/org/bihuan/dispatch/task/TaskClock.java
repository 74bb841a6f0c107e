package org.bihuan.dispatch.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.dispatch.sla.ClockReading;
import org.bihuan.dispatch.sla.TimeLimit;
import org.bihuan.dispatch.sla.calendar.CountedTime;

/**
 * The clock of a unit's task. It has the limit of the item, from the same start to the same end,
 * and whatever moves or stops that limit moves or stops this one; but it stands for good once this
 * unit has replied.
 *
 * @param heldFrom from when the unit has held its task: the start of the limit, later by all the
 *     time that the clock stood before it ran on, of the time that counts
 * @param warnAt from here on the task is yellow
 * @param dueAt its last moment
 * @param stoppedAt since when the clock stands, or {@code null} while it runs
 * @param nextAttentionAt when the watch has to look at it next, or {@code null}
 * @param warned whether yellow was told
 * @param markedOverdue whether red was told
 * @param ruleVersion the SLA policy that made the limit, and so says which time counts
 */
@Embeddable
record TaskClock(
    @Column(name = "held_from") Instant heldFrom,
    @Column(name = "warn_at") Instant warnAt,
    @Column(name = "due_at") Instant dueAt,
    @Column(name = "stopped_at") Instant stoppedAt,
    @Column(name = "next_attention_at") Instant nextAttentionAt,
    boolean warned,
    @Column(name = "marked_overdue") boolean markedOverdue,
    @Column(name = "rule_version") String ruleVersion) {

  /** The clock of a task that begins with the limit of its item. */
  static TaskClock of(TimeLimit limit) {
    return new TaskClock(
            limit.startedAt(),
            limit.warnAt(),
            limit.dueAt(),
            limit.stoppedAt(),
            null,
            false,
            false,
            limit.ruleVersion())
        .watched();
  }

  /**
   * The same limit as the item's after a step at {@code at}. What lies ahead again, because the end
   * moved, is told anew; a limit that begins with this step, as that of a plan date does, begins
   * here too.
   *
   * @param time which counts toward the limit
   */
  TaskClock following(TimeLimit limit, Instant at, CountedTime time) {
    if (limit.startedAt().equals(at)) {
      return of(limit);
    }
    boolean runsOn = stoppedAt != null && limit.stoppedAt() == null;
    return new TaskClock(
            runsOn ? time.plus(heldFrom, time.between(stoppedAt, at)) : heldFrom,
            limit.warnAt(),
            limit.dueAt(),
            limit.stoppedAt(),
            null,
            warned && !limit.warnAt().isAfter(at),
            markedOverdue && !limit.dueAt().isAfter(at),
            limit.ruleVersion())
        .watched();
  }

  /** The unit has replied: in time it stays in time, late it stays late. */
  TaskClock stopped(Instant at) {
    return new TaskClock(heldFrom, warnAt, dueAt, at, null, warned, markedOverdue, ruleVersion);
  }

  /** Nothing is owed any more, so it never turns overdue. */
  TaskClock ended(Instant at) {
    Instant end = stoppedAt != null && stoppedAt.isBefore(at) ? stoppedAt : at;
    return stopped(end.isBefore(dueAt) ? end : dueAt);
  }

  /** What was due is told: yellow first, then red, each once. */
  TaskClock told() {
    return new TaskClock(heldFrom, warnAt, dueAt, stoppedAt, null, true, warned, ruleVersion)
        .watched();
  }

  private TaskClock watched() {
    Instant next = warned ? dueAt : warnAt;
    boolean waits = stoppedAt == null && !markedOverdue;
    return new TaskClock(
        heldFrom,
        warnAt,
        dueAt,
        stoppedAt,
        waits ? next : null,
        warned,
        markedOverdue,
        ruleVersion);
  }

  /** What it shows at {@code now}. */
  ClockReading read(Instant now) {
    return ClockReading.of(warnAt, dueAt, stoppedAt, now);
  }

  /**
   * How long the unit has held its task at {@code now}, or held it until it was done, of the time
   * that counts: a night is nobody's where only office hours count, as for the lead unit.
   */
  Duration heldFor(Instant now, CountedTime time) {
    return time.between(heldFrom, stoppedAt == null ? now : stoppedAt);
  }
}
