package org.bihuan.intake.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.web.Versioned;

/**
 * A webhook of a channel.
 *
 * @param channel code of the channel whose complaints it is told of
 * @param url address that is called
 * @param events what is told
 * @param secret with which calls are signed, {@code whsec_} and 32 random bytes in base64; only in
 *     the answer that makes it
 * @param formerSecretUntil until when the secret before it signs too, or {@code null}
 * @param active whether it is called
 * @param closedBecause GONE when the receiver answered 410, else {@code null}
 * @param createdAt since when it is there
 */
public record ChannelWebhookView(
    @NotNull UUID id,
    @NotNull String channel,
    @NotNull String url,
    @NotNull List<ChannelEvent> events,
    String secret,
    Instant formerSecretUntil,
    boolean active,
    Webhook.ClosedBecause closedBecause,
    @NotNull Instant createdAt,
    long version)
    implements Versioned {

  static ChannelWebhookView of(Webhook webhook, String secret) {
    return new ChannelWebhookView(
        webhook.id(),
        webhook.channelCode(),
        webhook.url(),
        webhook.events(),
        secret,
        webhook.formerUntil(),
        webhook.isActive(),
        webhook.closedBecause(),
        webhook.createdAt(),
        webhook.version());
  }
}
