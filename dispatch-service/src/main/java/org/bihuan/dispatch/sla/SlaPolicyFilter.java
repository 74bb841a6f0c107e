package org.bihuan.dispatch.sla;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/** Which SLA policies are asked for. */
public class SlaPolicyFilter extends PageRequest {

  @QueryParam("deadlineClass")
  List<DeadlineClass> deadlineClass;

  Criteria criteria() {
    return new Criteria().in("deadlineClass", deadlineClass);
  }
}
