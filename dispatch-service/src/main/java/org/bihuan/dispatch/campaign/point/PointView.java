package org.bihuan.dispatch.campaign.point;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.kit.web.Versioned;

/**
 * A point of a target list as clients see it.
 *
 * @param campaignId id of the campaign
 * @param number by which the list names it
 * @param address where it is, in words
 * @param placeName what is there, or {@code null}
 * @param subdistrictCode sub-district, nine digits
 * @param categoryCode category of problems
 * @param keyArea key area that it belongs to, or {@code null}
 * @param unit unit that is to answer for it, or {@code null}
 * @param unitByFallback whether the list names nobody, so that it fell to the fallback unit
 * @param plan what is to be done, or {@code null} as long as that is not planned
 * @param orderItemId order item that is there for it, or {@code null}
 */
public record PointView(
    @NotNull UUID id,
    @NotNull UUID campaignId,
    @NotNull String number,
    @NotNull PointStatus status,
    @FreeText @NotNull String address,
    @FreeText String placeName,
    @NotNull String subdistrictCode,
    @NotNull String categoryCode,
    @FreeText String keyArea,
    UnitName unit,
    boolean unitByFallback,
    PointPlan plan,
    UUID orderItemId,
    long version)
    implements Versioned {

  /** The view of a point. */
  public static PointView of(CampaignPoint point) {
    PointTerms terms = point.terms();
    return new PointView(
        point.id(),
        point.campaignId(),
        point.number(),
        point.status(),
        terms.address(),
        terms.placeName(),
        terms.subdistrictCode(),
        terms.categoryCode(),
        terms.keyArea(),
        terms.unit() == null ? null : terms.unit().published(),
        terms.unitByFallback(),
        point.plan(),
        point.itemId(),
        point.version());
  }
}
