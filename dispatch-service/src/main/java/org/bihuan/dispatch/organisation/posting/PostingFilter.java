package org.bihuan.dispatch.organisation.posting;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.organisation.duty.FrontlineGroups;
import org.bihuan.dispatch.organisation.span.SpanFilter;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which postings are asked for. */
public class PostingFilter extends SpanFilter {

  @Parameter(description = "Part of the cadre's name, number or post")
  @QueryParam("q")
  String q;

  @Parameter(
      description = "Only cadres of this unit: code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those posted to this sub-district; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this frontline group; repeat it for more than one")
  @QueryParam("groupCode")
  @CodeOf(FrontlineGroups.class)
  List<String> groupCode;

  Criteria criteria(Criteria sight, LocalDate today) {
    Criteria criteria =
        holding(sight, today).in("unit.code", unitCode).in("subdistrictCode", subdistrictCode);
    if (groupCode != null && !groupCode.isEmpty()) {
      criteria.where(
          "e.subdistrictCode in (select g.subdistrictCode from FrontlineGroup g where g.code in %s)",
          groupCode);
    }
    return criteria.containing(
        "e.cadreName || ' ' || coalesce(e.cadreNumber, '') || ' ' || coalesce(e.post, '')", q);
  }
}
