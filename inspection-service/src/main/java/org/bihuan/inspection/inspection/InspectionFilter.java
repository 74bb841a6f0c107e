package org.bihuan.inspection.inspection;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/**
 * Which inspections are asked for; {@code from} (included) and {@code to} (not included) bound the
 * time they are planned for, {@code subdistrictCode} those with a stop there.
 */
public class InspectionFilter extends PageRequest {

  @QueryParam("status")
  List<InspectionStatus> status;

  @QueryParam("tier")
  List<InspectionTier> tier;

  @QueryParam("method")
  List<InspectionMethod> method;

  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    if (subdistrictCode != null && !subdistrictCode.isEmpty()) {
      visible.where(
          "exists (select 1 from e.stops s where s.subdistrictCode in %s)", subdistrictCode);
    }
    return visible
        .in("status", status)
        .in("tier", tier)
        .in("method", method)
        .from("plannedFor", from)
        .before("plannedFor", to);
  }
}
