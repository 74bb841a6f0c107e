package org.bihuan.dispatch.organisation.duty;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.district.WorkLines;
import org.bihuan.dispatch.organisation.leader.Leaders;
import org.bihuan.dispatch.organisation.leader.LeadingBodies;
import org.bihuan.dispatch.organisation.span.SpanFilter;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which duties are asked for. */
public class DutyFilter extends SpanFilter {

  @Parameter(description = "Only duties of this kind; repeat it for more than one")
  @QueryParam("kind")
  List<DutyKind> kind;

  @Parameter(description = "Only those of this leader; repeat it for more than one")
  @QueryParam("leaderCode")
  @CodeOf(Leaders.class)
  List<String> leaderCode;

  @Parameter(description = "Only those of this leading body; repeat it for more than one")
  @QueryParam("bodyCode")
  @CodeOf(LeadingBodies.class)
  List<String> bodyCode;

  @Parameter(description = "Only those for this work line; repeat it for more than one")
  @QueryParam("lineCode")
  @CodeOf(WorkLines.class)
  List<String> lineCode;

  @Parameter(description = "Only those for this frontline group; repeat it for more than one")
  @QueryParam("groupCode")
  @CodeOf(FrontlineGroups.class)
  List<String> groupCode;

  @Parameter(description = "Only those for the area of this sub-district; repeat it for more")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  Criteria criteria(LocalDate today) {
    return holding(new Criteria(), today)
        .in("kind", kind)
        .in("leaderCode", leaderCode)
        .in("bodyCode", bodyCode)
        .in("lineCode", lineCode)
        .in("groupCode", groupCode)
        .in("subdistrictCode", subdistrictCode);
  }
}
