package org.bihuan.intake.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.intake.channel.Channels;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/** Who manages what a channel is told: administrators, and the channel's own clerks and keys. */
@ApplicationScoped
public class ChannelAccess {

  private final Channels channels;
  private final Caller caller;

  ChannelAccess(Channels channels, Caller caller) {
    this.channels = channels;
    this.caller = caller;
  }

  /**
   * Lets only those pass who manage what this channel is told.
   *
   * @throws NotFound {@code channel-not-found} when there is none, or it is another's
   */
  public void toManage(String channelCode) {
    boolean own =
        caller.hasAnyRole(Role.ADMIN) || caller.bound(Bound.CHANNEL).contains(channelCode);
    if (!own || channels.called(channelCode).isEmpty()) {
      throw new NotFound("channel-not-found");
    }
  }
}
