package org.bihuan.dispatch.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.dispatch.notification.delivery.Carrier;
import org.bihuan.dispatch.notification.delivery.Delivery;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.Outcome;
import org.bihuan.kit.delivery.Outcome.Result;
import org.bihuan.kit.outbound.WebhookCalls;

/**
 * Calls webhooks; one that answers 410 is not called again. What waits for one that somebody
 * switched off is not taken at all.
 */
@ApplicationScoped
class WebhookCarrier implements Carrier {

  private final WebhookDesk desk;
  private final WebhookCalls calls;

  WebhookCarrier(WebhookDesk desk, WebhookCalls calls) {
    this.desk = desk;
    this.calls = calls;
  }

  @Override
  public Set<Channel> channels() {
    return Set.of(Channel.WEBHOOK);
  }

  @Override
  public Outcome carry(Delivery delivery) {
    WebhookDesk.Opened webhook = desk.open(delivery.webhookId()).orElse(null);
    if (webhook == null || webhook.gone()) {
      return Outcome.of(Result.GONE);
    }
    List<String> secrets = Optional.ofNullable(webhook.secret()).stream().toList();
    return calls.post(
        webhook.url(),
        secrets,
        delivery.id(),
        delivery.body(),
        () -> desk.close(delivery.webhookId(), webhook.url()));
  }

  @Override
  public Set<String> passedOver() {
    return desk.switchedOff().stream().map(Delivery::targetOfWebhook).collect(Collectors.toSet());
  }
}
