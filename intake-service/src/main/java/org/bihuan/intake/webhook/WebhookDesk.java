package org.bihuan.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.SecretSeal;
import org.bihuan.kit.web.IfMatch;

/** Keeps the webhooks of channels, and opens them for a call. */
@ApplicationScoped
@Transactional
public class WebhookDesk {

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Webhooks webhooks;
  private final ChannelAccess access;
  private final SecretSeal seal;
  private final WebhookConfig config;
  private final IfMatch ifMatch;
  private final Clock clock;

  WebhookDesk(
      Webhooks webhooks,
      ChannelAccess access,
      SecretSeal seal,
      WebhookConfig config,
      IfMatch ifMatch,
      Clock clock) {
    this.webhooks = webhooks;
    this.access = access;
    this.seal = seal;
    this.config = config;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  List<ChannelWebhookView> list(String channelCode) {
    access.toManage(channelCode);
    return webhooks.ofChannel(channelCode).stream()
        .map(webhook -> ChannelWebhookView.of(webhook, null))
        .toList();
  }

  public ChannelWebhookView read(String channelCode, UUID id) {
    access.toManage(channelCode);
    return webhooks
        .ofChannel(channelCode, id)
        .map(webhook -> ChannelWebhookView.of(webhook, null))
        .orElseThrow(WebhookDesk::notFound);
  }

  /** Its address has been looked at, which can take its time and is done outside transactions. */
  ChannelWebhookView create(String channelCode, NewChannelWebhook wanted) {
    access.toManage(channelCode);
    refuseWithoutKey();
    if (webhooks.countHeld(channelCode) >= config.mostOfChannel()) {
      throw new Conflict("too-many-webhooks", config.mostOfChannel());
    }
    Webhook webhook = Webhook.of(channelCode, wanted.url(), wanted.events(), clock.instant());
    String secret = newSecret();
    webhook.keep(seal.seal(webhook.id(), secret));
    webhooks.persistAndFlush(webhook);
    return ChannelWebhookView.of(webhook, secret);
  }

  /** Its address has been looked at, as of a new one. */
  ChannelWebhookView change(String channelCode, UUID id, ChannelWebhookChange change) {
    Webhook webhook = toActOn(channelCode, id);
    ifMatch.require(webhook.version());
    webhook.change(change.url(), change.events(), change.active());
    webhooks.flush();
    return ChannelWebhookView.of(webhook, null);
  }

  void delete(String channelCode, UUID id) {
    Webhook webhook = toActOn(channelCode, id);
    ifMatch.check(webhook.version());
    webhooks.delete(webhook);
  }

  ChannelWebhookView renewSecret(String channelCode, UUID id) {
    Webhook webhook = toActOn(channelCode, id);
    refuseWithoutKey();
    String secret = newSecret();
    webhook.renew(seal.seal(id, secret), clock.instant());
    webhooks.flush();
    return ChannelWebhookView.of(webhook, secret);
  }

  /**
   * What a call needs.
   *
   * @param secrets the newest first; none when the configured key does not open the newest
   */
  public record Opened(String url, boolean active, List<String> secrets) {}

  /** Nothing when it was removed. */
  public Optional<Opened> open(UUID id) {
    return webhooks.findByIdOptional(id).map(this::opened);
  }

  private Opened opened(Webhook webhook) {
    List<Optional<String>> secrets =
        webhook.secrets(clock.instant()).map(kept -> seal.open(webhook.id(), kept)).toList();
    return new Opened(
        webhook.url(),
        webhook.isActive(),
        secrets.get(0).isEmpty() ? List.of() : secrets.stream().flatMap(Optional::stream).toList());
  }

  /** The receiver says that it does not exist any more. */
  public void close(UUID id) {
    webhooks.held(id).ifPresent(Webhook::gone);
  }

  private Webhook toActOn(String channelCode, UUID id) {
    access.toManage(channelCode);
    return webhooks.heldOfChannel(channelCode, id).orElseThrow(WebhookDesk::notFound);
  }

  private void refuseWithoutKey() {
    if (!seal.hasKey()) {
      throw new Conflict("webhooks-without-key");
    }
  }

  private static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private static NotFound notFound() {
    return new NotFound("webhook-not-found");
  }
}
