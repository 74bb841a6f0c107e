package org.bihuan.dispatch.notification.webhook;

import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.bihuan.dispatch.notification.delivery.Carrier;
import org.bihuan.dispatch.notification.delivery.Delivery;
import org.bihuan.dispatch.notification.delivery.Outcome;
import org.bihuan.dispatch.notification.delivery.Outcome.Result;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.outbound.OutboundCalls;
import org.bihuan.kit.outbound.OutboundCalls.Answer;
import org.bihuan.kit.outbound.OutboundTarget;
import org.bihuan.kit.outbound.OutboundTarget.AddressRefused;

/**
 * Calls webhooks as Standard Webhooks says: the id stays the same from attempt to attempt, so that
 * a receiver sees what it has already; time and body are signed anew each time. Any 2xx is taken
 * for an arrival, 410 for the end of the webhook, a redirect for a refusal.
 */
@ApplicationScoped
class WebhookCarrier implements Carrier {

  private static final int GONE = 410;

  private final WebhookDesk desk;
  private final WebhookTargets targets;
  private final OutboundCalls calls;
  private final WebhookConfig config;
  private final Clock clock;

  WebhookCarrier(
      WebhookDesk desk,
      WebhookTargets targets,
      OutboundCalls calls,
      WebhookConfig config,
      Clock clock) {
    this.desk = desk;
    this.targets = targets;
    this.calls = calls;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Set<Channel> channels() {
    return Set.of(Channel.WEBHOOK);
  }

  @Override
  public Outcome carry(Delivery delivery) {
    WebhookDesk.Opened webhook = desk.open(delivery.webhookId()).orElse(null);
    if (webhook == null || !webhook.active()) {
      return Outcome.of(Result.GONE);
    }
    if (webhook.secret() == null) {
      return Outcome.of(Result.NO_SECRET);
    }
    try {
      OutboundTarget target = targets.resolve(webhook.url());
      Answer answer =
          calls.post(
              target, headers(delivery, webhook.secret()), delivery.body(), config.timeout());
      return read(answer, delivery);
    } catch (AddressRefused e) {
      return Outcome.of(Result.ADDRESS_REFUSED);
    } catch (UnknownHostException e) {
      return Outcome.of(Result.UNREACHABLE);
    } catch (TimeoutException e) {
      return Outcome.of(Result.TIMED_OUT);
    } catch (IOException e) {
      return Outcome.of(Result.UNREACHABLE);
    }
  }

  private Outcome read(Answer answer, Delivery delivery) {
    boolean arrived = answer.status() >= 200 && answer.status() < 300;
    if (answer.status() == GONE) {
      desk.close(delivery.webhookId());
    }
    Result result =
        arrived ? Result.DELIVERED : answer.status() == GONE ? Result.GONE : Result.REFUSED;
    return new Outcome(result, answer.status(), answer.beginning());
  }

  private Map<String, String> headers(Delivery delivery, String secret) {
    String id = delivery.id().toString();
    long seconds = clock.instant().getEpochSecond();
    return Map.of(
        "content-type",
        "application/json; charset=utf-8",
        "user-agent",
        "Bihuan",
        "webhook-id",
        id,
        "webhook-timestamp",
        String.valueOf(seconds),
        "webhook-signature",
        sign(secret, id, seconds, delivery.body()));
  }

  private static String sign(String secret, String id, long seconds, String body) {
    try {
      return new com.standardwebhooks.Webhook(secret).sign(id, seconds, body);
    } catch (WebhookSigningException
        | com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
      throw new IllegalStateException("a secret that was checked signs", e);
    }
  }
}
