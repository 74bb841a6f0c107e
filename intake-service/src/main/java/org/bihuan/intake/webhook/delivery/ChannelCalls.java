package org.bihuan.intake.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.intake.webhook.WebhookDesk;
import org.bihuan.kit.delivery.Outcome;
import org.bihuan.kit.delivery.Outcome.Result;
import org.bihuan.kit.outbound.WebhookCalls;

/**
 * Calls the webhooks of channels; one that answers 410 is not called again. What waits for one that
 * somebody switched off is not taken at all ({@link DeliverySweep}).
 */
@ApplicationScoped
class ChannelCalls {

  private final WebhookDesk webhooks;
  private final CallBody body;
  private final WebhookCalls calls;

  ChannelCalls(WebhookDesk webhooks, CallBody body, WebhookCalls calls) {
    this.webhooks = webhooks;
    this.body = body;
    this.calls = calls;
  }

  /** Makes one attempt, outside a transaction. */
  Outcome carry(Delivery delivery) {
    WebhookDesk.Opened webhook = webhooks.open(delivery.webhookId()).orElse(null);
    if (webhook == null || webhook.gone()) {
      return Outcome.of(Result.GONE);
    }
    return calls.post(
        webhook.url(),
        webhook.secrets(),
        delivery.id(),
        body.of(delivery),
        () -> webhooks.close(delivery.webhookId(), webhook.url()));
  }
}
