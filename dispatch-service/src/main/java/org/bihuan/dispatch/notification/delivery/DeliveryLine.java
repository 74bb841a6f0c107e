package org.bihuan.dispatch.notification.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.DeliveryStatus;

/**
 * A message on its way, without its attempts.
 *
 * @param channel way on which it goes
 * @param recipient id of the webhook, or the role it is for and what bounds that, such as {@code
 *     UNIT_HANDLER:LAW_ENFORCEMENT_BUREAU}
 * @param webhookId webhook it goes to, {@code null} on other channels
 * @param kind what it tells
 * @param status WAITING for its next attempt, DELIVERED, or FAILED: given up
 * @param attempts attempts made so far
 * @param nextAttemptAt when it is tried next, not before an older one for the same recipient;
 *     {@code null} once it is over
 * @param createdAt when it took its place in the queue
 * @param finishedAt when it arrived or was given up, {@code null} before
 */
public record DeliveryLine(
    @NotNull UUID id,
    @NotNull Channel channel,
    @NotNull String recipient,
    UUID webhookId,
    @NotNull String kind,
    @NotNull DeliveryStatus status,
    int attempts,
    Instant nextAttemptAt,
    @NotNull Instant createdAt,
    Instant finishedAt) {

  static DeliveryLine of(Delivery delivery) {
    return new DeliveryLine(
        delivery.id(),
        delivery.channel(),
        delivery.address(),
        delivery.webhookId(),
        delivery.kind(),
        delivery.status(),
        delivery.attempts(),
        delivery.nextAttemptAt(),
        delivery.createdAt(),
        delivery.finishedAt());
  }
}
