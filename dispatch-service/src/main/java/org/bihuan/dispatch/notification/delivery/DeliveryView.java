package org.bihuan.dispatch.notification.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.kit.delivery.Attempt;

/**
 * A message on its way with every attempt.
 *
 * @param delivery the message
 * @param body what is sent: the JSON of a webhook, or the text for people
 * @param log its attempts, oldest first
 */
public record DeliveryView(
    @NotNull DeliveryLine delivery, @NotNull String body, @NotNull List<Attempt> log) {

  static DeliveryView of(Delivery delivery, List<Attempt> log) {
    return new DeliveryView(DeliveryLine.of(delivery), delivery.body(), log);
  }
}
