package org.bihuan.inspection.accountability;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.ConductLevel;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which cases are asked for; {@code unitCode} is the subject unit. */
public class CaseFilter extends PageRequest {

  @Parameter(description = "Only those of this level; repeat it for more than one")
  @QueryParam("level")
  List<ConductLevel> level;

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<CaseStatus> status;

  @Parameter(description = "Subject unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those whose basis is all about this problem; repeat it for more")
  @QueryParam("problemId")
  List<UUID> problemId;

  Criteria narrow(Criteria visible) {
    return visible
        .in("level", level)
        .in("status", status)
        .in("subjectUnitCode", unitCode)
        .in("problemId", problemId);
  }
}
