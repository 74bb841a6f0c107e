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
import org.bihuan.kit.refusal.NotFound;

/** Issues, lists, checks and revokes the keys of channels. */
@ApplicationScoped
@Transactional
public class ChannelDesk {

  private static final int KEY_BYTES = 32;

  private final Channels channels;
  private final ChannelKeys keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ChannelDesk(Channels channels, ChannelKeys keys, Clock clock) {
    this.channels = channels;
    this.keys = keys;
    this.clock = clock;
  }

  /** A new key, with the secret that is never shown again. */
  ChannelKeyView issue(String channelCode, String holder) {
    channels.active(channelCode).orElseThrow(() -> new NotFound("channel-not-found"));
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String secret = "bhk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ChannelKey key = ChannelKey.issue(channelCode, holder, hash(secret), clock.instant());
    keys.persist(key);
    return ChannelKeyView.of(key, secret);
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
