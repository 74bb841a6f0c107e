package org.bihuan.inspection.coverage;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Collection;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.Figure;

/**
 * How a sub-district was visited within a week.
 *
 * @param code of the sub-district, nine digits
 * @param name of the sub-district
 * @param visits visits of the week by tier
 * @param nightShare share of them at night (白+黑), in percent
 * @param weekendShare share of them on a Saturday or Sunday (5+2), in percent
 * @param lastVisitAt the last visit of any tier by the end of the week; {@code null} when there was
 *     none ever
 * @param blind whether no tier came in the week nor in the weeks before it that the setting says
 */
public record SubdistrictCoverage(
    @NotNull String code,
    @NotNull String name,
    @NotNull TierVisits visits,
    @NotNull Figure nightShare,
    @NotNull Figure weekendShare,
    Instant lastVisitAt,
    boolean blind) {

  /** Whether somebody of {@code tiers} came in the week. */
  boolean isCoveredBy(Collection<InspectionTier> tiers) {
    return visits.anyOf(tiers);
  }
}
