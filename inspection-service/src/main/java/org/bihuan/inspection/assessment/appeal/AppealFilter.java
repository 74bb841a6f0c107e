package org.bihuan.inspection.assessment.appeal;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which appeals of a month are asked for. */
public class AppealFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<AppealStatus> status;

  @Parameter(description = "Only those of this unit, by code, name or alias; repeat it for more")
  @QueryParam("unit")
  @CodeOf(Units.class)
  List<String> unit;

  @Parameter(description = "Only those against this entry; repeat it for more than one")
  @QueryParam("entry")
  List<UUID> entry;

  Criteria narrow(Criteria visible) {
    return visible.in("status", status).in("unitCode", unit).in("entry", entry);
  }
}
