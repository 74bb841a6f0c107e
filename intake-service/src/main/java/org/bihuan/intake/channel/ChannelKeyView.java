package org.bihuan.intake.channel;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.kit.web.Versioned;

/**
 * A key.
 *
 * @param channel code of the channel that the key speaks for
 * @param holder who holds the key, in words
 * @param use what it is for: to be sent, to sign, or to try out signing
 * @param createdAt when it was issued
 * @param revokedAt when it became worthless, or {@code null}
 * @param secret only in the answer that issues it. Of an API key, to be sent as {@code X-Api-Key};
 *     of one that signs, 32 random bytes in base64url: the UTF-8 bytes of this text, as it is
 *     shown, are the key of the HMAC
 */
public record ChannelKeyView(
    @NotNull UUID id,
    @NotNull String channel,
    @NotNull String holder,
    @NotNull ChannelKeyUse use,
    @NotNull Instant createdAt,
    Instant revokedAt,
    String secret)
    implements Versioned {

  /** A key is revoked whatever its state, so its versions are not counted. */
  @Override
  public long version() {
    return 0;
  }

  static ChannelKeyView of(ChannelKey key, String secret) {
    return new ChannelKeyView(
        key.id(),
        key.channelCode(),
        key.holder(),
        key.use(),
        key.createdAt(),
        key.revokedAt(),
        secret);
  }
}
