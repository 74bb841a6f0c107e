package org.bihuan.inspection.coverage.visit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which visits are asked for; {@code from} is included, {@code to} is not. */
@Sorted("visitedAt")
public class VisitFilter extends PageRequest {

  @Parameter(description = "Only those of this tier; repeat it for more than one")
  @QueryParam("tier")
  List<InspectionTier> tier;

  @Parameter(description = "Only those of this inspection; repeat it for more than one")
  @QueryParam("inspectionId")
  List<UUID> inspectionId;

  @Parameter(description = "Only those of inspections on this work line; repeat it for more")
  @QueryParam("lineCode")
  List<String> lineCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those before this moment")
  @QueryParam("to")
  Instant to;

  @Parameter(description = "true for those at night only, false for all others")
  @QueryParam("night")
  Boolean night;

  @Parameter(description = "true for those on a Saturday or Sunday only, false for all others")
  @QueryParam("weekend")
  Boolean weekend;

  /** By time whatever is asked: ids of visits say nothing of their age. */
  Criteria narrow(VisitingHours hours, Instant now) {
    Criteria criteria =
        new Criteria()
            .in("tier", tier)
            .in("inspectionId", inspectionId)
            .in("lineCode", lineCode)
            .in("subdistrictCode", subdistrictCode)
            .equal("weekend", weekend)
            .from("visitedAt", from)
            .before("visitedAt", to == null ? now : to);
    return night == null ? criteria : hours.narrow(criteria, night);
  }
}
