package org.bihuan.inspection.coverage.visit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;

/**
 * A visit: a stop of a started inspection at which its inspectors were.
 *
 * @param id follows from inspection and stop; it does not sort by age
 * @param inspectionId id of the inspection
 * @param stop number of the stop on its route, from 1
 * @param tier whose inspection it is
 * @param method how it was made
 * @param lineCode work line of the inspection; {@code null} when it is on none
 * @param subdistrictCode sub-district of the stop
 * @param place where it is, in words
 * @param visitedAt the moment that counts, see {@code stops.visitedAt} of the inspection
 * @param night whether it was night, by the settings of the service
 * @param weekend whether it was a Saturday or Sunday on the district's calendar
 */
public record VisitView(
    @NotNull UUID id,
    @NotNull UUID inspectionId,
    int stop,
    @NotNull InspectionTier tier,
    @NotNull InspectionMethod method,
    String lineCode,
    @NotNull String subdistrictCode,
    @FreeText @NotNull String place,
    @NotNull Instant visitedAt,
    boolean night,
    boolean weekend) {

  static VisitView of(Visit visit, VisitingHours hours) {
    return new VisitView(
        visit.id(),
        visit.inspectionId(),
        visit.stop(),
        visit.tier(),
        visit.method(),
        visit.lineCode(),
        visit.subdistrictCode(),
        visit.place(),
        visit.visitedAt(),
        hours.isNight(visit.visitedAt()),
        visit.isWeekend());
  }
}
