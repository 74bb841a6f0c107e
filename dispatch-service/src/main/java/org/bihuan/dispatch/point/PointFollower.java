package org.bihuan.dispatch.point;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.dispatch.history.StepFollower;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.membership.MembershipFollower;

/** Lets a point wait for another item when its own was cancelled, or left the campaign. */
@ApplicationScoped
class PointFollower implements StepFollower, MembershipFollower {

  private final CampaignPoints points;

  PointFollower(CampaignPoints points) {
    this.points = points;
  }

  @Override
  public void follow(Step step) {
    if (step.action() == ItemAction.CANCEL) {
      points.ofItem(step.itemId()).forEach(CampaignPoint::release);
    }
  }

  @Override
  public void left(UUID campaignId, UUID itemId) {
    points.ofItem(campaignId, itemId).ifPresent(CampaignPoint::release);
  }
}
