package org.bihuan.inspection.evaluation;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which mock evaluations are asked for; {@code from} is included, {@code to} is not. */
@Sorted("plannedFor")
public class EvaluationFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<EvaluationStatus> status;

  @Parameter(description = "Only those planned for at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those planned for before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return visible.in("status", status).from("plannedFor", from).before("plannedFor", to);
  }
}
