package org.bihuan.intake.channel;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;

/** Who holds a key, wherever a request carries it: a clerk of the key's channel and of no other. */
@ApplicationScoped
public class ChannelKeyHolders {

  private final ChannelDesk desk;

  ChannelKeyHolders(ChannelDesk desk) {
    this.desk = desk;
  }

  /** The holder of the key with this secret; none when it is not valid, or no longer. */
  public Optional<SecurityIdentity> identity(String secret) {
    return desk.holderOf(secret).map(ChannelKeyHolders::identity);
  }

  private static SecurityIdentity identity(ChannelKey key) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal("channel-key-" + key.id()))
        .addRole(Role.CHANNEL_CLERK)
        .addAttribute(Bound.CHANNEL.claim(), key.channelCode())
        .build();
  }
}
