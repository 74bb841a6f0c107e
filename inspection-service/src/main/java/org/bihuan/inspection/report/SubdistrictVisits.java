package org.bihuan.inspection.report;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.bihuan.inspection.coverage.visit.Visits.PlaceVisits;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.DayPeriod;

/**
 * How often a sub-district was visited within a period.
 *
 * @param code of the sub-district, nine digits
 * @param name of the sub-district
 * @param visits visits of all tiers
 * @param lastVisitAt the last of them; {@code null} when there was none
 */
public record SubdistrictVisits(
    @NotNull String code, @NotNull String name, @NotNull Figure visits, Instant lastVisitAt) {

  static SubdistrictVisits of(PlaceVisits place, DayPeriod period) {
    String list =
        "/api/v1/coverage/visits?%s&subdistrictCode=%s"
            .formatted(period.bounds("from", "to"), place.code());
    return new SubdistrictVisits(
        place.code(), place.name(), Figure.count(place.visits(), list), place.lastVisitAt());
  }
}
