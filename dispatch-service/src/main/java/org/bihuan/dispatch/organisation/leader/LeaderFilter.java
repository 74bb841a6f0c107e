package org.bihuan.dispatch.organisation.leader;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.dispatch.organisation.span.SpanFilter;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which leaders are asked for. */
public class LeaderFilter extends SpanFilter {

  @Parameter(description = "Part of a name or post")
  @QueryParam("q")
  String q;

  @Parameter(description = "Only those of this leading body; repeat it for more than one")
  @QueryParam("bodyCode")
  @CodeOf(LeadingBodies.class)
  List<String> bodyCode;

  Criteria criteria(LocalDate today) {
    return holding(new Criteria(), today)
        .in("bodyCode", bodyCode)
        .containing("e.name || ' ' || e.post", q);
  }
}
