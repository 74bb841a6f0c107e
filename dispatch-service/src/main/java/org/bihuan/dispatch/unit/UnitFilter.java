package org.bihuan.dispatch.unit;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.UnitKind;
import org.bihuan.kit.paging.CodeOf;
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

  @Parameter(description = "Only units of this kind; repeat it for more than one")
  @QueryParam("kind")
  List<UnitKind> kind;

  @Parameter(description = "Only units that belong to this one; repeat it for more than one")
  @QueryParam("parentCode")
  @CodeOf(Units.class)
  List<String> parentCode;

  Criteria criteria() {
    return new Criteria()
        .equal("active", active)
        .in("kind", kind)
        .in("parentCode", parentCode)
        .containing(
            "e.name || ' ' || coalesce((select listagg(a, ' ') within group (order by a) from e.aliases a), '')",
            q);
  }
}
