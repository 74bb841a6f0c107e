package org.bihuan.dispatch.campaign.point;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.dispatch.campaign.membership.MembershipFollower;
import org.bihuan.dispatch.history.StepFollower;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.Step;

/**
 * Lets a point wait for another item when its own was cancelled, or left the campaign, and gives it
 * back the one whose cancellation a write-off has crossed.
 */
@ApplicationScoped
class PointFollower implements StepFollower, MembershipFollower {

  private final CampaignPoints points;

  PointFollower(CampaignPoints points) {
    this.points = points;
  }

  @Override
  public void follow(Step step) {
    if (step.action() == ItemAction.CANCEL) {
      points.ofItem(step.itemId()).forEach(CampaignPoint::releaseCancelled);
    } else if (step.action() == ItemAction.WRITE_OFF && step.from() == ItemStatus.CANCELLED) {
      points.releasedBy(step.itemId()).forEach(CampaignPoint::takeBackWrittenOff);
    }
  }

  @Override
  public void left(UUID campaignId, UUID itemId) {
    points.ofItem(campaignId, itemId).ifPresent(CampaignPoint::release);
  }
}
