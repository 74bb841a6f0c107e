package org.bihuan.dispatch.campaign.membership;

import java.util.UUID;

/** Something that goes with an item of a campaign, and ends when the item leaves it. */
public interface MembershipFollower {

  /** The item counts for the campaign no longer. */
  void left(UUID campaignId, UUID itemId);
}
