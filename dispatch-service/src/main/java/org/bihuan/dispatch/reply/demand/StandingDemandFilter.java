package org.bihuan.dispatch.reply.demand;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which standing demands are asked for. */
public class StandingDemandFilter extends PageRequest {

  @Parameter(description = "Only those that hold, or no longer do")
  @QueryParam("holding")
  Boolean holding;

  @Parameter(
      description = "Only those of this unit: code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those in this sub-district; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(description = "Words of the demand or the address, in any order, case or width")
  @QueryParam("q")
  String q;

  Criteria criteria() {
    Criteria criteria =
        new Criteria()
            .in("unit.code", unitCode)
            .in("subdistrictCode", subdistrictCode)
            .in("categoryCode", categoryCode);
    if (holding != null) {
      criteria.where(holding ? "e.endedAt is null" : "e.endedAt is not null");
    }
    return criteria.containing("e.text || ' ' || coalesce(e.address, '')", q);
  }
}
