package org.bihuan.dispatch.unit;

import jakarta.ws.rs.QueryParam;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which units are asked for. */
public class UnitFilter extends PageRequest {

  @Parameter(description = "Part of a name or alias")
  @QueryParam("q")
  String q;

  @Parameter(description = "Only those that are, or are not, in use")
  @QueryParam("active")
  Boolean active;

  Criteria criteria() {
    return new Criteria()
        .equal("active", active)
        .containing(
            "e.name || ' ' || coalesce((select listagg(a, ' ') within group (order by a) from e.aliases a), '')",
            q);
  }
}
