package org.bihuan.inspection.recheck;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which re-checks are asked for; {@code unitCode} is the responsible unit. */
@Sorted("dueAt")
public class RecheckFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<RecheckStatus> status;

  @Parameter(description = "Only those with this outcome; repeat it for more than one")
  @QueryParam("outcome")
  List<RecheckOutcome> outcome;

  @Parameter(description = "Responsible unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this problem; repeat it for more than one")
  @QueryParam("problemId")
  List<UUID> problemId;

  @Parameter(description = "Only those of this order item; repeat it for more than one")
  @QueryParam("itemId")
  List<UUID> itemId;

  @Parameter(description = "Only those due before this moment")
  @QueryParam("dueBefore")
  Instant dueBefore;

  Criteria narrow(Criteria visible) {
    return visible
        .in("status", status)
        .in("given.outcome", outcome)
        .in("fixing.leadUnitCode", unitCode)
        .in("site.subdistrictCode", subdistrictCode)
        .in("problemId", problemId)
        .in("itemId", itemId)
        .before("dueAt", dueBefore);
  }
}
