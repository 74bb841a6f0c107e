package org.bihuan.intake.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.SecretSeal;
import org.jboss.logging.Logger;

/** Issues, lists, checks and revokes the keys of channels. */
@ApplicationScoped
@Transactional
public class ChannelDesk {

  private static final Logger LOG = Logger.getLogger(ChannelDesk.class);

  private static final int KEY_BYTES = 32;

  /** One in use and one that takes over from it. */
  private static final int MOST_LIVE = 2;

  private final Channels channels;
  private final ChannelKeys keys;
  private final SecretSeal seal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ChannelDesk(Channels channels, ChannelKeys keys, SecretSeal seal, Clock clock) {
    this.channels = channels;
    this.keys = keys;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * A new key, with the secret that is never shown again.
   *
   * @throws NotFound {@code channel-not-found} when there is no such channel, or no longer
   * @throws Conflict {@code signing-without-key} or {@code two-signing-keys} for one that signs
   */
  ChannelKeyView issue(String channelCode, String holder, ChannelKeyUse use) {
    if (use != ChannelKeyUse.API && !seal.hasKey()) {
      throw new Conflict("signing-without-key");
    }
    channels.active(channelCode).orElseThrow(() -> new NotFound("channel-not-found"));
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String secret = use == ChannelKeyUse.API ? "bhk_" + text : text;
    ChannelKey key =
        use == ChannelKeyUse.API
            ? ChannelKey.sent(channelCode, holder, hash(secret), clock.instant())
            : signing(channelCode, holder, use, secret);
    keys.persist(key);
    return ChannelKeyView.of(key, secret);
  }

  private ChannelKey signing(String channelCode, String holder, ChannelKeyUse use, String secret) {
    keys.lockChannel(channelCode);
    if (keys.live(channelCode, use).size() >= MOST_LIVE) {
      throw new Conflict("two-signing-keys", use);
    }
    return ChannelKey.signing(
        channelCode, holder, use, id -> seal.seal(id, secret), clock.instant());
  }

  /** Keys by which the channel signs, for real calls or to try them out, with their secrets. */
  List<SigningKey> signingKeys(String channelCode, ChannelKeyUse use) {
    return keys.live(channelCode, use).stream().flatMap(key -> opened(key).stream()).toList();
  }

  private Optional<SigningKey> opened(ChannelKey key) {
    Optional<SigningKey> opened =
        seal.open(key.id(), key.sealedSecret())
            .map(secret -> new SigningKey(key.id(), key.channelCode(), secret));
    if (opened.isEmpty()) {
      LOG.warnf("Key %s was sealed under another bihuan.secrets.key; issue a new one", key.id());
    }
    return opened;
  }

  /** Keys of a channel that was retired can still be seen and revoked. */
  List<ChannelKeyView> list(String channelCode) {
    channels.called(channelCode).orElseThrow(() -> new NotFound("channel-not-found"));
    return keys.ofChannel(channelCode).stream().map(key -> ChannelKeyView.of(key, null)).toList();
  }

  void revoke(String channelCode, UUID id) {
    keys.ofChannel(channelCode, id)
        .orElseThrow(() -> new NotFound("channel-key-not-found"))
        .revoke(clock.instant());
  }

  /** The key with this secret; none when it was revoked or its channel retired. */
  Optional<ChannelKey> holderOf(String secret) {
    return keys.valid(hash(secret)).filter(key -> channels.active(key.channelCode()).isPresent());
  }

  /** A key is random enough to need no salt, and must be found by its hash. */
  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
