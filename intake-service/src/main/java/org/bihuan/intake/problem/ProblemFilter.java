package org.bihuan.intake.problem;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/** Which problems are asked for. */
public class ProblemFilter extends PageRequest {

  @QueryParam("status")
  List<ProblemStatus> status;

  @QueryParam("categoryCode")
  List<String> categoryCode;

  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  @QueryParam("unitCode")
  List<String> unitCode;

  @QueryParam("sourceKind")
  List<SourceKind> sourceKind;

  @QueryParam("deadlineClass")
  List<DeadlineClass> deadlineClass;

  @QueryParam("findingId")
  UUID findingId;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;

  @QueryParam("q")
  String q;

  Criteria narrow(Criteria visible) {
    visible
        .in("status", status)
        .in("categoryCode", categoryCode)
        .in("subdistrictCode", subdistrictCode)
        .in("leadUnitCode", unitCode)
        .in("sourceKind", sourceKind)
        .in("deadlineClass", deadlineClass)
        .equal("findingId", findingId)
        .from("filedAt", from)
        .before("filedAt", to);
    return visible.containing("e.title || ' ' || e.description", q);
  }
}
