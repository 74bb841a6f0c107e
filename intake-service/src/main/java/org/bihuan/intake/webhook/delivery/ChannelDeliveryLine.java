package org.bihuan.intake.webhook.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.webhook.ChannelEvent;
import org.bihuan.kit.delivery.Attempt;
import org.bihuan.kit.delivery.DeliveryStatus;
import org.bihuan.kit.delivery.Outcome;

/**
 * A call of a channel's webhook, with what came of its last attempt.
 *
 * @param id what the receiver has as {@code webhook-id}
 * @param webhookId webhook it goes to
 * @param event what it tells, {@code null} when it only tries the webhook
 * @param complaintId the complaint it tells of, {@code null} when it only tries the webhook
 * @param occurredAt when it happened
 * @param status WAITING for its next attempt, DELIVERED, or FAILED: given up
 * @param attempts attempts made so far
 * @param nextAttemptAt when it is tried next, not before an older one to the same webhook; {@code
 *     null} once it is over
 * @param createdAt when it took its place in the queue
 * @param finishedAt when it arrived or was given up, {@code null} before
 * @param outcome what came of the last attempt, {@code null} before the first
 * @param statusCode status of the last answer, {@code null} when there was none
 * @param answer first 500 characters of the last answer, or {@code null}
 */
public record ChannelDeliveryLine(
    @NotNull UUID id,
    @NotNull UUID webhookId,
    ChannelEvent event,
    UUID complaintId,
    @NotNull Instant occurredAt,
    @NotNull DeliveryStatus status,
    int attempts,
    Instant nextAttemptAt,
    @NotNull Instant createdAt,
    Instant finishedAt,
    Outcome.Result outcome,
    Integer statusCode,
    @FreeText String answer) {

  /**
   * @param log its attempts, oldest first
   */
  static ChannelDeliveryLine of(Delivery delivery, List<Attempt> log) {
    Attempt last = log.isEmpty() ? null : log.get(log.size() - 1);
    return new ChannelDeliveryLine(
        delivery.id(),
        delivery.webhookId(),
        delivery.event().orElse(null),
        delivery.complaintId(),
        delivery.occurredAt(),
        delivery.status(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.createdAt(),
        delivery.finishedAt(),
        last == null ? null : last.outcome(),
        last == null ? null : last.statusCode(),
        last == null ? null : last.answer());
  }
}
