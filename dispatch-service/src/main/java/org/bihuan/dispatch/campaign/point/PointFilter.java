package org.bihuan.dispatch.campaign.point;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which points of a campaign are asked for. */
public class PointFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<PointStatus> status;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(description = "Only those in this sub-district; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this key area, by its name; repeat it for more than one")
  @QueryParam("keyArea")
  List<String> keyArea;

  @Parameter(
      description =
          "Only those for which this unit is to answer: code, name or alias; repeat it for more than"
              + " one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(description = "Only those that have, or have not, a plan")
  @QueryParam("planned")
  Boolean planned;

  @Parameter(description = "Words of the number, the address or the place")
  @QueryParam("q")
  String q;

  Criteria criteria(UUID campaignId) {
    Criteria criteria =
        new Criteria()
            .equal("campaignId", campaignId)
            .in("status", status)
            .in("terms.categoryCode", categoryCode)
            .in("terms.subdistrictCode", subdistrictCode)
            .in("terms.keyArea", keyArea)
            .in("terms.unit.code", unitCode);
    if (planned != null) {
      criteria.where(planned ? "e.measures is not null" : "e.measures is null");
    }
    return criteria.containing(
        "e.number || ' ' || e.terms.address || ' ' || coalesce(e.terms.placeName, '')", q);
  }
}
