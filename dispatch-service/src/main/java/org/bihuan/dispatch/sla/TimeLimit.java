package org.bihuan.dispatch.sla;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.dispatch.sla.calendar.CountedTime;

/**
 * The limit that an item runs against, with its clock: where it began, when it turns yellow and
 * red, and since when it stands still. A new one takes the place of another; what happens to one
 * yields the next.
 *
 * @param startedAt its first moment; {@code null}, as {@code warnAt}, {@code dueAt}, {@code
 *     seconds} and {@code ruleVersion}, while none has begun
 * @param warnAt from here on the item is yellow
 * @param dueAt its last moment
 * @param seconds how long it was at first, by the time that counts, whatever has moved its end
 *     since
 * @param ruleVersion the SLA policy that made it
 * @param stoppedAt since when the clock stands still, or {@code null} while it runs
 * @param warned whether yellow was told
 * @param markedOverdue whether red was told
 * @param extended whether it was made longer already, which is done once
 */
@Embeddable
public record TimeLimit(
    @Column(name = "limit_started_at") Instant startedAt,
    @Column(name = "warn_at") Instant warnAt,
    @Column(name = "due_at") Instant dueAt,
    @Column(name = "limit_seconds") Long seconds,
    @Column(name = "rule_version") String ruleVersion,
    @Column(name = "clock_stopped_at") Instant stoppedAt,
    boolean warned,
    @Column(name = "marked_overdue") boolean markedOverdue,
    boolean extended) {

  /** None has begun. */
  public static final TimeLimit NONE =
      new TimeLimit(null, null, null, null, null, null, false, false, false);

  /** The limit {@code deadline} from its first moment. */
  public static TimeLimit from(Deadline deadline) {
    return new TimeLimit(
        deadline.startedAt(),
        deadline.warnAt(),
        deadline.dueAt(),
        deadline.length().toSeconds(),
        deadline.ruleVersion(),
        null,
        false,
        false,
        false);
  }

  /** Whether one has begun. */
  public boolean hasBegun() {
    return dueAt != null;
  }

  /** The clock stands still from {@code at}; nothing turns yellow or red meanwhile. */
  public TimeLimit stopped(Instant at) {
    return withClock(warnAt, dueAt, at);
  }

  /**
   * Where {@code end} lies once the clock runs on at {@code at}: as far ahead, or as far behind, as
   * when it was stopped. What had passed by no time that counts, as after the offices had closed,
   * stays passed.
   */
  public Instant shifted(Instant end, Instant at, CountedTime time) {
    Instant on = at.isAfter(stoppedAt) ? at : stoppedAt;
    Duration ahead = time.between(stoppedAt, end);
    return ahead.isZero() && end.isBefore(stoppedAt) ? end : time.plus(on, ahead);
  }

  /**
   * The clock runs on from where it was stopped: what is left of the limit is the same as then, and
   * late stays late.
   */
  public TimeLimit resumed(Instant at, CountedTime time) {
    return withClock(shifted(warnAt, at, time), shifted(dueAt, at, time), null);
  }

  private TimeLimit withClock(Instant yellow, Instant end, Instant still) {
    return new TimeLimit(
        startedAt, yellow, end, seconds, ruleVersion, still, warned, markedOverdue, extended);
  }

  /**
   * It ends at {@code until} instead, and turns yellow as much later. Both are told anew, also when
   * the old end has passed already.
   */
  public TimeLimit extendedTo(Instant until, CountedTime time) {
    Instant yellow = time.plus(warnAt, time.between(dueAt, until));
    return new TimeLimit(
        startedAt, yellow, until, seconds, ruleVersion, stoppedAt, false, false, true);
  }

  /** The latest end that an extension can give it: as much later as it was long at first. */
  public Instant latestEnd(CountedTime time) {
    return time.plus(dueAt, Duration.ofSeconds(seconds));
  }

  /**
   * Nothing is owed any more. A clock that runs stops, and never after the end of its limit, so
   * that it never turns overdue; one that stands still stays in time or late.
   */
  public TimeLimit ended(Instant at) {
    if (!hasBegun()) {
      return NONE;
    }
    return stoppedAt == null ? stopped(at.isBefore(dueAt) ? at : dueAt) : this;
  }

  /** What was due is told: yellow first, then red, each once. */
  public TimeLimit told() {
    return new TimeLimit(
        startedAt, warnAt, dueAt, seconds, ruleVersion, stoppedAt, true, warned, extended);
  }

  /** When the next of both is due, or {@code null} when nothing is while the clock stands. */
  public Instant attentionAt() {
    if (stoppedAt != null || markedOverdue) {
      return null;
    }
    return warned ? dueAt : warnAt;
  }

  /** What its clock shows at {@code now}. */
  public ClockReading read(Instant now) {
    return ClockReading.of(warnAt, dueAt, stoppedAt, now);
  }
}
