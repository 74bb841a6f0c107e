package org.bihuan.intake.channel;

import java.util.UUID;

/**
 * A key by which a hotline signs.
 *
 * @param channel code of the channel that the key speaks for
 * @param secret as it was shown; its UTF-8 bytes are the key of the HMAC
 */
public record SigningKey(UUID id, String channel, String secret) {

  /** A secret does not belong in a log. */
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
