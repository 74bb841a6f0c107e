package org.bihuan.dispatch.history;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.sla.calendar.CountedTime;

/**
 * A stretch of an item's time.
 *
 * @param from its first moment
 * @param to where the next one begins, or {@code null} for the one that lasts
 * @param cause what began it: the action, what is waited for while the clock is paused, or why
 *     nothing can be done while it is suspended
 * @param actor who caused it; of an extension who gave it
 * @param ruleVersion SLA policy whose limit holds, or the decision of a meeting that set it: {@code
 *     PLANNED/}, the id of the meeting, and the number of the decision
 * @param round number of failed re-checks before it
 * @param counted whether it counts toward the limit that holds now; stretches of earlier limits no
 *     longer do
 */
public record ClockSegment(
    @NotNull Instant from,
    Instant to,
    @NotNull ClockState kind,
    @NotNull String cause,
    @NotNull Actor actor,
    String ruleVersion,
    int round,
    boolean counted) {

  /** Whether the limit is used up meanwhile. */
  public enum ClockState {
    RUNNING,
    /** Nobody's work: a reply is under review, or a re-check is owed. */
    PAUSED,
    /** Hours or days that the policy does not count. */
    OFF_HOURS,
    /** Running as well, beyond the old end of a limit that was extended. */
    EXTENDED,
    /** Nothing can be done. */
    SUSPENDED
  }

  /** Cause of the pause between a final reply and its review. */
  static final String REPLY_UNDER_REVIEW = "REPLY_UNDER_REVIEW";

  /** Cause of the pause between an accepted reply and the outcome of its re-check. */
  static final String RECHECK = "RECHECK";

  static ClockSegment running(HistoryEntry entry) {
    return begun(entry, ClockState.RUNNING, entry.action().name());
  }

  static ClockSegment paused(HistoryEntry entry, String cause) {
    return begun(entry, ClockState.PAUSED, cause);
  }

  static ClockSegment suspended(HistoryEntry entry) {
    return begun(entry, ClockState.SUSPENDED, entry.suspensionCause().name());
  }

  /** The rest of it from {@code at} on, which the extension {@code given} has added. */
  ClockSegment extendedFrom(Instant at, HistoryEntry given) {
    return new ClockSegment(
        at,
        to,
        ClockState.EXTENDED,
        given.action().name(),
        given.actor(),
        ruleVersion,
        round,
        counted);
  }

  /** The whole of it lies beyond the old end of the limit. */
  ClockSegment extended() {
    return new ClockSegment(
        from, to, ClockState.EXTENDED, cause, actor, ruleVersion, round, counted);
  }

  private static ClockSegment begun(HistoryEntry entry, ClockState kind, String cause) {
    return new ClockSegment(
        entry.at(),
        null,
        kind,
        cause,
        entry.actor(),
        entry.ruleVersion(),
        entry.round(),
        kind == ClockState.RUNNING);
  }

  /** Part of it, in which the limit runs or, off hours, does not. */
  ClockSegment part(ClockState state, Instant begin, Instant end) {
    return new ClockSegment(
        begin,
        end,
        state,
        cause,
        actor,
        ruleVersion,
        round,
        counted && state != ClockState.OFF_HOURS);
  }

  ClockSegment until(Instant end) {
    return new ClockSegment(from, end, kind, cause, actor, ruleVersion, round, counted);
  }

  /** Another limit has begun since. */
  ClockSegment ofEarlierLimit() {
    return new ClockSegment(from, to, kind, cause, actor, ruleVersion, round, false);
  }

  /** When it was; the one that lasts is cut at {@code now}. */
  CountedTime.Stretch stretch(Instant now) {
    return new CountedTime.Stretch(from, to == null ? now : to);
  }

  /** Its length; the one that lasts is measured to {@code now}. */
  Duration length(Instant now) {
    Instant end = to == null ? now : to;
    return end.isBefore(from) ? Duration.ZERO : Duration.between(from, end);
  }
}
