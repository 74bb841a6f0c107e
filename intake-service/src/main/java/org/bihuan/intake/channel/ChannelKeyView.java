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
 * @param createdAt when it was issued
 * @param revokedAt when it became worthless, or {@code null}
 * @param secret to be sent as {@code X-Api-Key}; only in the answer that issues it
 */
public record ChannelKeyView(
    @NotNull UUID id,
    @NotNull String channel,
    @NotNull String holder,
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
        key.id(), key.channelCode(), key.holder(), key.createdAt(), key.revokedAt(), secret);
  }
}
