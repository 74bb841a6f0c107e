package org.bihuan.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.kit.delivery.OutgoingMessage;
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

  /** Lets only those pass who may give this channel a webhook. */
  void toManage(String channelCode) {
    access.toManage(channelCode);
  }

  /**
   * Whether the address has to be looked at before the change: one that is there already and is not
   * to be called from now on need not lead anywhere any more.
   */
  boolean isToBeLookedAt(String channelCode, UUID id, ChannelWebhookChange change) {
    ChannelWebhookView now = read(channelCode, id);
    return !now.url().equals(change.url()) || change.active() && !now.active();
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

  /** Its address has been looked at, as of a new one, if it has to be. */
  ChannelWebhookView change(String channelCode, UUID id, ChannelWebhookChange change) {
    Webhook webhook = toActOn(channelCode, id);
    ifMatch.require(webhook.version());
    webhook.change(change.url(), change.events(), change.active());
    webhooks.flush();
    return ChannelWebhookView.of(webhook, null);
  }

  /**
   * Marks it: its row is shared by all that is told to it, so it must not be locked for as long as
   * half a year of calls takes to go.
   */
  void delete(String channelCode, UUID id) {
    Webhook webhook = toActOn(channelCode, id);
    ifMatch.check(webhook.version());
    webhook.remove(clock.instant());
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
   * @param gone whether the receiver has said that it does not exist any more
   * @param secrets the newest first; none when the configured key does not open the newest
   */
  public record Opened(String url, boolean gone, List<String> secrets) {}

  /** Nothing when it was removed. */
  public Optional<Opened> open(UUID id) {
    return webhooks.there(id).map(this::opened);
  }

  /** Where nothing is sent for now: those that somebody switched off, as a queue names them. */
  public Set<String> switchedOff() {
    return webhooks.switchedOff().stream()
        .map(off -> OutgoingMessage.target(off.channelCode(), off.id().toString()))
        .collect(Collectors.toSet());
  }

  /** Those that were removed before this moment, and whose calls can go. */
  public List<UUID> removedBefore(Instant moment) {
    return webhooks.removedBefore(moment);
  }

  /** A removed one whose calls are gone goes too. */
  public void forget(UUID id) {
    webhooks.deleteById(id);
  }

  private Opened opened(Webhook webhook) {
    List<Optional<String>> secrets =
        webhook.secrets(clock.instant()).map(kept -> seal.open(webhook.id(), kept)).toList();
    return new Opened(
        webhook.url(),
        webhook.closedBecause() == Webhook.ClosedBecause.GONE,
        secrets.get(0).isEmpty() ? List.of() : secrets.stream().flatMap(Optional::stream).toList());
  }

  /**
   * The receiver says that it does not exist any more.
   *
   * @param url what was called
   * @return {@code false} when it has another address by now, of which nothing is known
   */
  public boolean close(UUID id, String url) {
    Optional<Webhook> called = webhooks.held(id).filter(webhook -> webhook.url().equals(url));
    called.ifPresent(Webhook::gone);
    return called.isPresent();
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
