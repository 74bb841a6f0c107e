package org.bihuan.dispatch.sla;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which SLA policies are asked for. */
public class SlaPolicyFilter extends PageRequest {

  @Parameter(description = "Only those of this kind; repeat it for more than one")
  @QueryParam("kind")
  List<LimitKind> kind;

  @Parameter(description = "Only those of this deadline class; repeat it for more than one")
  @QueryParam("deadlineClass")
  List<DeadlineClass> deadlineClass;

  Criteria criteria() {
    return new Criteria().in("kind", kind).in("deadlineClass", deadlineClass);
  }
}
