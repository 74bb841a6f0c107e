package org.bihuan.dispatch.routing.ruling;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rulings are asked for. */
public class RulingFilter extends PageRequest {

  @Parameter(description = "Only precedents for this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(description = "Only precedents in this sub-district; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(
      description = "Only those that name this unit, by code, name or alias; repeat it for more")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those that route like cases now, or only the others")
  @QueryParam("inForce")
  Boolean inForce;

  Criteria criteria() {
    Criteria criteria =
        new Criteria()
            .in("categoryCode", categoryCode)
            .in("subdistrictCode", subdistrictCode)
            .in("leadUnit.code", unitCode);
    if (inForce == null) {
      return criteria;
    }
    return criteria.where(
        inForce
            ? "e.precedent and e.withdrawnAt is null"
            : "not e.precedent or e.withdrawnAt is not null");
  }
}
