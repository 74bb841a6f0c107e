package org.bihuan.dispatch.campaign.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.campaign.Campaign;
import org.bihuan.dispatch.campaign.Campaigns;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.kit.security.Caller;

/** Takes items into a campaign, and out again where they do not belong. */
@ApplicationScoped
@Transactional
public class MembershipDesk {

  private final Campaigns campaigns;
  private final Membership membership;
  private final ItemReading reading;
  private final Caller caller;

  MembershipDesk(Campaigns campaigns, Membership membership, ItemReading reading, Caller caller) {
    this.campaigns = campaigns;
    this.membership = membership;
    this.reading = reading;
    this.caller = caller;
  }

  List<OrderItemView> add(UUID campaignId, List<UUID> itemIds) {
    Campaign campaign = campaigns.open(campaignId);
    List<OrderItem> joined =
        membership.join(campaign, itemIds, place -> "orderItemIds[" + place + "]", caller.actor());
    campaigns.flush();
    return reading.lines(joined);
  }

  OrderItemView remove(UUID campaignId, UUID itemId, String reason) {
    Campaign campaign = campaigns.open(campaignId);
    membership.leave(campaign, itemId, reason, caller.actor());
    return reading.read(itemId);
  }
}
