package org.bihuan.dispatch.history;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The clock of an item as clients see it.
 *
 * @param now moment of the reading
 * @param round number of failed re-checks, each of which began another limit
 * @param limit length of the limit that holds now, its extension included: of the unit, or, for an
 *     item on no order, of the assignment; {@code null}, as {@code dueAt}, {@code elapsed} and
 *     {@code remaining}, when no policy set one
 * @param dueAt end of the limit: its start, its length and the time that the clock stood before it
 *     ran on
 * @param elapsed sum of the segments that count
 * @param remaining {@code limit} less {@code elapsed}, negative when overdue
 * @param segments stretches in which the clock ran or stood, oldest first
 */
public record ClockView(
    @NotNull Instant now,
    int round,
    Duration limit,
    Instant dueAt,
    Duration elapsed,
    Duration remaining,
    List<ClockSegment> segments) {

  static ClockView of(ItemClock clock, Instant now) {
    List<ClockSegment> segments = clock.segments(now);
    if (!clock.hasLimit()) {
      return new ClockView(now, clock.round(), null, null, null, null, segments);
    }
    Duration elapsed = clock.elapsed(now);
    return new ClockView(
        now,
        clock.round(),
        clock.limit(),
        clock.dueAt(),
        elapsed,
        clock.limit().minus(elapsed),
        segments);
  }
}
