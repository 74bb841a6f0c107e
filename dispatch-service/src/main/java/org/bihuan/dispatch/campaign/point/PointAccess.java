package org.bihuan.dispatch.campaign.point;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.campaign.Campaigns;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Who acts on a point: the special team on any, a unit on those for which it or a unit below it is
 * to answer, a sub-unit on those of the unit above it, since it does the work, a sub-district on
 * those within its bounds. Everybody who works on items reads all of them.
 */
@ApplicationScoped
public class PointAccess {

  private final Campaigns campaigns;
  private final CampaignPoints points;
  private final UnitDirectory units;
  private final Caller caller;
  private final IfMatch ifMatch;

  PointAccess(
      Campaigns campaigns,
      CampaignPoints points,
      UnitDirectory units,
      Caller caller,
      IfMatch ifMatch) {
    this.campaigns = campaigns;
    this.points = points;
    this.units = units;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /**
   * A point of an open campaign, held to act on.
   *
   * @throws Forbidden {@code not-your-point}
   * @throws org.bihuan.kit.refusal.NotFound {@code campaign-not-found}, {@code point-not-found}
   * @throws org.bihuan.kit.refusal.Conflict {@code campaign-closed}
   */
  public CampaignPoint toActOn(UUID campaignId, UUID id) {
    campaigns.open(campaignId);
    CampaignPoint point = points.held(campaignId, id);
    if (!isInHandsOfCaller(point.terms())) {
      throw new Forbidden("not-your-point");
    }
    ifMatch.check(point.version());
    return point;
  }

  private boolean isInHandsOfCaller(PointTerms terms) {
    if (caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      return true;
    }
    boolean ofUnit =
        caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)
            && isOf(caller.bound(Bound.UNIT), terms);
    return ofUnit
        || caller.hasAnyRole(Role.SUBDISTRICT)
            && caller.bound(Bound.SUBDISTRICT).contains(terms.subdistrictCode());
  }

  private boolean isOf(Set<String> own, PointTerms terms) {
    if (terms.unit() == null) {
      return false;
    }
    String code = terms.unit().code();
    return units.withUnitsBelow(own).contains(code)
        || own.stream().anyMatch(unit -> units.parentOf(unit).filter(code::equals).isPresent());
  }
}
