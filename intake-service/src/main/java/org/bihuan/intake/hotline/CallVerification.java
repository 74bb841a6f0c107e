package org.bihuan.intake.hotline;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.bihuan.intake.channel.Channel;
import org.bihuan.intake.channel.ChannelKeyHolders;
import org.bihuan.intake.channel.ChannelKeyUse;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.channel.SigningKey;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.Unauthorized;

/**
 * Finds out who signed a call. From then on the request is that of the key: of a clerk of the
 * hotline's channel, as with an {@code X-Api-Key}. A login that came along counts for nothing.
 */
@ApplicationScoped
class CallVerification {

  private final Channels channels;
  private final ChannelKeyHolders holders;
  private final Nonces nonces;
  private final CurrentIdentityAssociation identities;
  private final Clock clock;

  CallVerification(
      Channels channels,
      ChannelKeyHolders holders,
      Nonces nonces,
      CurrentIdentityAssociation identities,
      Clock clock) {
    this.channels = channels;
    this.holders = holders;
    this.nonces = nonces;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * Lets a call in and uses its nonce up.
   *
   * @param hotline code of the channel in whatever case, or its short number
   * @param use of the keys that may have signed; all others are as if there were none
   * @param body as it came, byte by byte
   * @return code of the channel
   */
  String letIn(String hotline, ChannelKeyUse use, CallHeaders headers, byte[] body) {
    Channel channel =
        channels.hotline(hotline).orElseThrow(() -> new NotFound("hotline-not-found"));
    SignaturePolicy.check(headers, clock.instant());
    SigningKey signer = signer(holders.signingKeys(channel.code(), use), headers, body);
    // Last, so that a wrong signature uses nothing up.
    nonces.use(channel.code(), headers.nonce);
    identities.setIdentity(ChannelKeyHolders.identity(signer));
    return channel.code();
  }

  /** Every key is tried, whichever fits, so that the time tells nothing. */
  private static SigningKey signer(List<SigningKey> keys, CallHeaders headers, byte[] body) {
    SigningKey signer = null;
    for (SigningKey key : keys) {
      boolean meant = headers.keyId == null || headers.keyId.equalsIgnoreCase(key.id().toString());
      if (SignaturePolicy.matches(key.secret(), headers, body) && meant) {
        signer = key;
      }
    }
    if (signer == null) {
      throw new Unauthorized("signature-wrong");
    }
    return signer;
  }
}
