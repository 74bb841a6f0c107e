package org.bihuan.kit.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.contract.FreeText;

/**
 * One attempt of a message and what came of it. Never changed.
 *
 * @param number from 1
 * @param at when it began
 * @param tookMillis how long it took, in milliseconds
 * @param outcome what came of it
 * @param statusCode status of the answer, {@code null} when there was none
 * @param answer first 500 characters of what was answered, or {@code null}
 */
public record Attempt(
    int number,
    @NotNull Instant at,
    long tookMillis,
    @NotNull Outcome.Result outcome,
    Integer statusCode,
    @FreeText String answer) {

  private static final int LONGEST_ANSWER = 500;

  static Attempt of(OutgoingMessage message, Outcome outcome, Instant at, Duration took) {
    return new Attempt(
        message.attempts(),
        at,
        took.toMillis(),
        outcome.result(),
        outcome.statusCode(),
        storable(outcome.answer()));
  }

  /** What PostgreSQL takes, in characters as it counts them. */
  private static String storable(String answer) {
    if (answer == null) {
      return null;
    }
    StringBuilder kept = new StringBuilder();
    answer
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST_ANSWER)
        .forEach(kept::appendCodePoint);
    return kept.isEmpty() ? null : kept.toString();
  }
}
