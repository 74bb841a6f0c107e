package org.bihuan.inspection.sampling;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which lots are asked for. */
public class LotFilter extends PageRequest {

  @Parameter(description = "Only those with this verdict; repeat it for more than one")
  @QueryParam("verdict")
  List<LotStatus> verdict;

  @Parameter(description = "Responsible unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those of this class; repeat it for more than one")
  @QueryParam("class")
  List<DeadlineClass> deadlineClass;

  @Parameter(description = "Only those of this ISO week, such as 2026-W48")
  @QueryParam("period")
  String period;

  Criteria narrow() {
    return new Criteria()
        .in("status", verdict)
        .in("unitCode", unitCode)
        .in("deadlineClass", deadlineClass)
        .equal("period", period);
  }
}
