package org.bihuan.inspection.coverage;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.Week;

/**
 * Where inspections have been within a week.
 *
 * @param week the week of ISO 8601, {@code yyyy-Www}, Monday to Sunday on the district's calendar
 * @param from its first moment
 * @param to the first moment after it
 * @param tiers each tier in the whole district
 * @param subdistricts every sub-district by code, those without a visit included
 * @param covered share of the sub-districts in which any tier was, in percent
 * @param blind sub-districts in which no tier was for too long
 * @param nightShare share of all visits that were made at night (白+黑), in percent
 * @param weekendShare share of all visits that were made on a Saturday or Sunday (5+2), in percent
 * @param obligations share of what leaders owe in the week that is done, in percent
 * @param foundFirst share of the problems first told of in the week that an inspection found before
 *     anybody complained of them, in percent
 */
public record CoverageView(
    @NotNull String week,
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull List<TierCoverage> tiers,
    @NotNull List<SubdistrictCoverage> subdistricts,
    @NotNull Figure covered,
    @NotNull Figure blind,
    @NotNull Figure nightShare,
    @NotNull Figure weekendShare,
    @NotNull Figure obligations,
    @NotNull Figure foundFirst) {

  static CoverageView of(Week week, WeekCoverage coverage, Figure obligations, Figure foundFirst) {
    return new CoverageView(
        week.toString(),
        week.from(),
        week.to(),
        coverage.tiers(),
        coverage.subdistricts(),
        coverage.covered(),
        coverage.blind(),
        coverage.nightShare(),
        coverage.weekendShare(),
        obligations,
        foundFirst);
  }
}
