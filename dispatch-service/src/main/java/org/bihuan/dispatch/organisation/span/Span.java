package org.bihuan.dispatch.organisation.span;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.contract.Actor;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;

/**
 * The days for which something holds, on the district's calendar, and who recorded it. One that
 * ends on its first day never held: a mistake that stays on record.
 *
 * @param validFrom first day
 * @param validTo first day on which it no longer holds, or {@code null} while its end is open
 * @param endReason why it was ended, or {@code null}
 * @param recordedBy opaque subject of who recorded it
 * @param endedBy opaque subject of who ended it, or {@code null}
 */
@Embeddable
public record Span(
    @Column(name = "valid_from") LocalDate validFrom,
    @Column(name = "valid_to") LocalDate validTo,
    @Column(name = "end_reason") String endReason,
    @Column(name = "recorded_by") String recordedBy,
    @Column(name = "recorded_at") Instant recordedAt,
    @Column(name = "ended_by") String endedBy,
    @Column(name = "ended_at") Instant endedAt) {

  /**
   * A span that somebody records.
   *
   * @throws Invalid when it has no day
   */
  public static Span of(LocalDate validFrom, LocalDate validTo, Actor by, Instant at) {
    if (validTo != null && !validTo.isAfter(validFrom)) {
      throw new Invalid("validTo", "not-after-first-day");
    }
    return new Span(validFrom, validTo, null, by.subject(), at, null, null);
  }

  /** Whether it holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }

  /** Whether there is a day on which both hold. */
  public boolean overlaps(Span other) {
    return isBefore(validFrom, other.validTo)
        && isBefore(other.validFrom, validTo)
        && isBefore(validFrom, validTo)
        && isBefore(other.validFrom, other.validTo);
  }

  private static boolean isBefore(LocalDate day, LocalDate end) {
    return end == null || day.isBefore(end);
  }

  /** Whether every day of {@code other} is one of this. */
  public boolean holds(Span other) {
    return !other.validFrom.isBefore(validFrom)
        && (validTo == null || other.validTo != null && !other.validTo.isAfter(validTo));
  }

  /** Whether it holds on {@code day} or later. */
  public boolean goesBeyond(LocalDate day) {
    return validTo == null || validTo.isAfter(day);
  }

  /**
   * The same span, ended.
   *
   * @throws Conflict {@code already-ended} when it ends no later already
   * @throws Invalid when it does not hold before that day and does not begin on it
   */
  public Span ended(Ending ending, Actor by, Instant at) {
    if (!goesBeyond(ending.on())) {
      throw new Conflict("already-ended", validTo);
    }
    if (ending.on().isBefore(validFrom)) {
      throw new Invalid("on", "before-first-day", validFrom);
    }
    return new Span(
        validFrom, ending.on(), ending.reason(), recordedBy, recordedAt, by.subject(), at);
  }
}
