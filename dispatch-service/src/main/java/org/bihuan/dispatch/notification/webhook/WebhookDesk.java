package org.bihuan.dispatch.notification.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.SecretSeal;
import org.bihuan.kit.web.IfMatch;

/** Keeps the webhooks that administrators name, and opens them for a call. */
@ApplicationScoped
@Transactional
public class WebhookDesk {

  private final Webhooks webhooks;
  private final SecretSeal seal;
  private final WebhookConfig config;
  private final IfMatch ifMatch;
  private final Clock clock;

  WebhookDesk(
      Webhooks webhooks, SecretSeal seal, WebhookConfig config, IfMatch ifMatch, Clock clock) {
    this.webhooks = webhooks;
    this.seal = seal;
    this.config = config;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  List<WebhookView> list() {
    return webhooks.ordered().stream().map(WebhookView::of).toList();
  }

  WebhookView read(UUID id) {
    return webhooks.findByIdOptional(id).map(WebhookView::of).orElseThrow(WebhookDesk::notFound);
  }

  /** Its address has been looked at, which can take its time and is done outside transactions. */
  WebhookView create(NewWebhook wanted) {
    if (!seal.hasKey()) {
      throw new Conflict("webhooks-without-key");
    }
    checkSecret(wanted.secret());
    if (webhooks.count() >= config.most()) {
      throw new Conflict("too-many-webhooks", config.most());
    }
    Webhook webhook = Webhook.of(wanted.url(), wanted.kinds(), clock.instant());
    webhook.keep(seal.seal(webhook.id(), wanted.secret()));
    webhooks.persistAndFlush(webhook);
    return WebhookView.of(webhook);
  }

  /** Its address has been looked at, as of a new one. */
  WebhookView change(UUID id, WebhookChange change) {
    Webhook webhook = webhooks.held(id).orElseThrow(WebhookDesk::notFound);
    ifMatch.require(webhook.version());
    if (change.secret() != null) {
      checkSecret(change.secret());
      webhook.keep(seal.seal(id, change.secret()));
    }
    webhook.change(change.url(), change.kinds(), change.active());
    webhooks.flush();
    return WebhookView.of(webhook);
  }

  void delete(UUID id) {
    Webhook webhook = webhooks.held(id).orElseThrow(WebhookDesk::notFound);
    ifMatch.check(webhook.version());
    webhooks.delete(webhook);
  }

  /**
   * What a call needs.
   *
   * @param secret {@code null} when the configured key does not open it
   */
  record Opened(String url, boolean active, String secret) {}

  /** Nothing when it was removed. */
  Optional<Opened> open(UUID id) {
    return webhooks
        .findByIdOptional(id)
        .map(
            webhook ->
                new Opened(
                    webhook.url(),
                    webhook.isActive(),
                    seal.open(id, webhook.secret()).orElse(null)));
  }

  /** The receiver says that it does not exist any more. */
  void close(UUID id) {
    webhooks.held(id).ifPresent(Webhook::gone);
  }

  /**
   * A secret is what the library can sign with.
   *
   * @throws Invalid when it is not
   */
  private static void checkSecret(String secret) {
    try {
      new com.standardwebhooks.Webhook(secret);
    } catch (EmptyWebhookSecretException | IllegalArgumentException notBase64) {
      throw new Invalid("secret", "webhook-secret");
    }
  }

  private static NotFound notFound() {
    return new NotFound("webhook-not-found");
  }
}
