package org.bihuan.dispatch.notification.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.FreeText;

/**
 * A message on its way with every attempt.
 *
 * @param delivery the message
 * @param body what is sent: the JSON of a webhook, or the text for people
 * @param log its attempts, oldest first
 */
public record DeliveryView(
    @NotNull DeliveryLine delivery, @NotNull String body, @NotNull List<Attempt> log) {

  /**
   * One attempt.
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

    static Attempt of(DeliveryAttempt attempt) {
      return new Attempt(
          attempt.number(),
          attempt.at(),
          attempt.tookMillis(),
          attempt.outcome(),
          attempt.statusCode(),
          attempt.answer());
    }
  }

  static DeliveryView of(Delivery delivery, List<DeliveryAttempt> attempts) {
    return new DeliveryView(
        DeliveryLine.of(delivery), delivery.body(), attempts.stream().map(Attempt::of).toList());
  }
}
