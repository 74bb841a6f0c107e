package org.bihuan.dispatch.campaign.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.dispatch.campaign.Campaign;
import org.bihuan.dispatch.campaign.Campaigns;
import org.bihuan.dispatch.campaign.membership.Membership;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;

/** Shows the points of a target list, plans them, and ties order items to them. */
@ApplicationScoped
@Transactional
public class PointDesk {

  private final Campaigns campaigns;
  private final CampaignPoints points;
  private final PointPlaces places;
  private final PointAccess access;
  private final Membership membership;
  private final Caller caller;

  PointDesk(
      Campaigns campaigns,
      CampaignPoints points,
      PointPlaces places,
      PointAccess access,
      Membership membership,
      Caller caller) {
    this.campaigns = campaigns;
    this.points = points;
    this.places = places;
    this.access = access;
    this.membership = membership;
    this.caller = caller;
  }

  Page<PointView> page(UUID campaignId, PointFilter filter) {
    UUID id = campaigns.found(campaignId).id();
    return points.page(filter.criteria(id), filter).map(PointView::of);
  }

  PointView read(UUID campaignId, UUID id) {
    return PointView.of(points.found(campaigns.found(campaignId).id(), id));
  }

  /** Puts one more point on the list. */
  PointView create(UUID campaignId, NewPoint wanted) {
    Campaign campaign = campaigns.open(campaignId);
    PointTerms terms = terms(campaign, wanted);
    if (points.isNumberTaken(campaignId, wanted.number())) {
      throw new Conflict("point-exists", wanted.number());
    }
    CampaignPoint point = CampaignPoint.of(campaignId, wanted.number(), terms, wanted.plan());
    points.persistAndFlush(point);
    return PointView.of(point);
  }

  private PointTerms terms(Campaign campaign, NewPoint wanted) {
    List<FieldError> faults = new ArrayList<>();
    Optional<String> category = places.category(wanted.categoryCode());
    Optional<String> subdistrict = places.subdistrict(wanted.subdistrictCode());
    places
        .faultOfCategory(campaign, category.orElse(null))
        .ifPresent(code -> faults.add(new FieldError("categoryCode", code)));
    if (subdistrict.isEmpty()) {
      faults.add(new FieldError("subdistrictCode", places.faultOfSubdistrict()));
    }
    places
        .faultOfUnit(wanted.unitCode())
        .ifPresent(code -> faults.add(new FieldError("unitCode", code)));
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new PointTerms(
        wanted.address(),
        wanted.placeName(),
        subdistrict.orElseThrow(),
        category.orElseThrow(),
        wanted.keyArea(),
        places.unit(wanted.unitCode()),
        wanted.unitCode() == null);
  }

  PointView plan(UUID campaignId, UUID id, PointPlan plan) {
    CampaignPoint point = access.toActOn(campaignId, id);
    point.plan(plan);
    points.flush();
    return PointView.of(point);
  }

  /**
   * Ties an item to a point; one that does not count for the campaign yet does from now on. The
   * item is held before the point, as by a cancellation.
   */
  PointView start(UUID campaignId, UUID id, UUID itemId) {
    Campaign campaign = campaigns.open(campaignId);
    OrderItem item = membership.take(campaign, itemId, "orderItemId", caller.actor());
    CampaignPoint point = access.toActOn(campaignId, id);
    if (points.ofItem(campaignId, itemId).isPresent()) {
      throw new Invalid("orderItemId", "item-of-other-point");
    }
    point.start(item);
    points.flush();
    return PointView.of(point);
  }
}
