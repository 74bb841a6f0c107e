package org.bihuan.inspection.inspection;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.inspection.trip.FocusSourceKind;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which inspections are asked for; {@code from} (included) and {@code to} (not included) bound the
 * time they are planned for, {@code startedFrom} and {@code startedTo} when they set out, {@code
 * subdistrictCode} those with a stop there.
 */
@Sorted("plannedFor")
public class InspectionFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<InspectionStatus> status;

  @Parameter(description = "Only those of this tier; repeat it for more than one")
  @QueryParam("tier")
  List<InspectionTier> tier;

  @Parameter(description = "Only those of this method; repeat it for more than one")
  @QueryParam("method")
  List<InspectionMethod> method;

  @Parameter(
      description = "Only those whose focus comes from such a source; repeat it for more than one")
  @QueryParam("focusSource")
  List<FocusSourceKind> focusSource;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those planned for at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those planned for before this moment")
  @QueryParam("to")
  Instant to;

  @Parameter(description = "Only those that set out at this moment or later")
  @QueryParam("startedFrom")
  Instant startedFrom;

  @Parameter(description = "Only those that set out before this moment")
  @QueryParam("startedTo")
  Instant startedTo;

  Criteria narrow(Criteria visible) {
    if (subdistrictCode != null && !subdistrictCode.isEmpty()) {
      visible.where(
          "exists (select 1 from e.stops s where s.subdistrictCode in %s)", subdistrictCode);
    }
    return visible
        .in("status", status)
        .in("tier", tier)
        .in("method", method)
        .in("aim.focusSource.kind", focusSource)
        .from("plannedFor", from)
        .before("plannedFor", to)
        .from("startedAt", startedFrom)
        .before("startedAt", startedTo);
  }
}
