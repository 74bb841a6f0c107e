package org.bihuan.dispatch.notification.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.kit.web.Versioned;

/**
 * A webhook as administrators see it; its secret is never shown.
 *
 * @param url address that is called
 * @param kinds kinds of facts that are told
 * @param active whether it is called
 * @param closedBecause GONE when the receiver answered 410, else {@code null}
 * @param createdAt since when it is there
 */
public record WebhookView(
    @NotNull UUID id,
    @NotNull String url,
    @NotNull List<NotificationKind> kinds,
    boolean active,
    Webhook.ClosedBecause closedBecause,
    @NotNull Instant createdAt,
    long version)
    implements Versioned {

  static WebhookView of(Webhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        webhook.kinds(),
        webhook.isActive(),
        webhook.closedBecause(),
        webhook.createdAt(),
        webhook.version());
  }
}
