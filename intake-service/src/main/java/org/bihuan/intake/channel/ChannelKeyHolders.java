package org.bihuan.intake.channel;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;

/** Who holds a key, wherever a request proves it: a clerk of the key's channel and of no other. */
@ApplicationScoped
public class ChannelKeyHolders {

  private final ChannelDesk desk;

  ChannelKeyHolders(ChannelDesk desk) {
    this.desk = desk;
  }

  /** The holder of the key with this secret; none when it is not valid, or no longer. */
  public Optional<SecurityIdentity> identity(String secret) {
    return desk.holderOf(secret).map(key -> identity(key.id(), key.channelCode()));
  }

  /** The live keys by which a channel signs; none of another use is among them. */
  public List<SigningKey> signingKeys(String channelCode, ChannelKeyUse use) {
    return desk.signingKeys(channelCode, use);
  }

  /** The holder of a key by which something was signed. */
  public static SecurityIdentity identity(SigningKey key) {
    return identity(key.id(), key.channel());
  }

  private static SecurityIdentity identity(UUID key, String channelCode) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("channel-key-" + key))
        .addRole(Role.CHANNEL_CLERK)
        .addAttribute(Bound.CHANNEL.claim(), channelCode)
        .build();
  }
}
