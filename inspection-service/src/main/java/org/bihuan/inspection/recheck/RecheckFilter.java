package org.bihuan.inspection.recheck;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/** Which re-checks are asked for; {@code unitCode} is the responsible unit. */
public class RecheckFilter extends PageRequest {

  @QueryParam("status")
  List<RecheckStatus> status;

  @QueryParam("outcome")
  List<RecheckOutcome> outcome;

  @QueryParam("unitCode")
  List<String> unitCode;

  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  @QueryParam("problemId")
  List<UUID> problemId;

  @QueryParam("itemId")
  List<UUID> itemId;

  @QueryParam("dueBefore")
  Instant dueBefore;

  Criteria narrow(Criteria visible) {
    return visible
        .in("status", status)
        .in("outcome", outcome)
        .in("leadUnitCode", unitCode)
        .in("site.subdistrictCode", subdistrictCode)
        .in("problemId", problemId)
        .in("itemId", itemId)
        .before("dueAt", dueBefore);
  }
}
