package org.bihuan.dispatch.sla;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * The limit that an item runs against, with its clock: where it began, when it turns yellow and
 * red, and since when it stands still. A new one takes the place of another; what happens to one
 * yields the next.
 *
 * @param startedAt its first moment; {@code null}, as {@code warnAt}, {@code dueAt} and {@code
 *     ruleVersion}, while none has begun
 * @param warnAt from here on the item is yellow
 * @param dueAt its last moment
 * @param ruleVersion the SLA policy that made it
 * @param stoppedAt since when the clock stands still, or {@code null} while it runs
 * @param nextAttentionAt when the watch has to look at it next, or {@code null}
 * @param warned whether yellow was told
 * @param markedOverdue whether red was told
 */
@Embeddable
public record TimeLimit(
    @Column(name = "limit_started_at") Instant startedAt,
    @Column(name = "warn_at") Instant warnAt,
    @Column(name = "due_at") Instant dueAt,
    @Column(name = "rule_version") String ruleVersion,
    @Column(name = "clock_stopped_at") Instant stoppedAt,
    @Column(name = "next_attention_at") Instant nextAttentionAt,
    boolean warned,
    @Column(name = "marked_overdue") boolean markedOverdue) {

  /** None has begun, and nobody waits for one. */
  public static final TimeLimit NONE =
      new TimeLimit(null, null, null, null, null, null, false, false);

  /** The limit {@code deadline} from its first moment. */
  public static TimeLimit from(Deadline deadline) {
    return new TimeLimit(
        deadline.startedAt(),
        deadline.warnAt(),
        deadline.dueAt(),
        deadline.ruleVersion(),
        null,
        deadline.warnAt(),
        false,
        false);
  }

  /** Whether one has begun. */
  public boolean hasBegun() {
    return dueAt != null;
  }

  /** The clock stands still from {@code at}; nothing turns yellow or red meanwhile. */
  public TimeLimit stopped(Instant at) {
    return new TimeLimit(startedAt, warnAt, dueAt, ruleVersion, at, null, warned, markedOverdue);
  }

  /**
   * The clock runs on from where it was stopped: what is left of the limit is the same as then, and
   * late stays late.
   */
  public TimeLimit resumed(Instant at) {
    Duration still = at.isAfter(stoppedAt) ? Duration.between(stoppedAt, at) : Duration.ZERO;
    return new TimeLimit(
            startedAt,
            warnAt.plus(still),
            dueAt.plus(still),
            ruleVersion,
            null,
            null,
            warned,
            markedOverdue)
        .watched();
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
    return new TimeLimit(startedAt, warnAt, dueAt, ruleVersion, stoppedAt, null, true, warned)
        .watched();
  }

  private TimeLimit watched() {
    Instant next = markedOverdue ? null : warned ? dueAt : warnAt;
    return new TimeLimit(
        startedAt, warnAt, dueAt, ruleVersion, stoppedAt, next, warned, markedOverdue);
  }

  /** What its clock shows at {@code now}. */
  public ClockReading read(Instant now) {
    return ClockReading.of(warnAt, dueAt, stoppedAt, now);
  }
}
