package org.bihuan.dispatch.campaign;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.bihuan.dispatch.campaign.mechanism.Mechanisms;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which campaigns are asked for. */
public class CampaignFilter extends PageRequest {

  @Parameter(description = "Only those that are open, or closed")
  @QueryParam("status")
  CampaignStatus status;

  @Parameter(description = "Only those under this mechanism; repeat it for more than one")
  @QueryParam("mechanismCode")
  @CodeOf(Mechanisms.class)
  List<String> mechanismCode;

  @Parameter(description = "Only those about one of these categories")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(description = "Only those that this day belongs to")
  @QueryParam("on")
  LocalDate on;

  @Parameter(description = "Words of the code or the name, in any order, case or width")
  @QueryParam("q")
  String q;

  Criteria criteria() {
    Criteria criteria = new Criteria().in("mechanismCode", mechanismCode);
    if (status != null) {
      criteria.where(
          status == CampaignStatus.OPEN ? "e.closedAt is null" : "e.closedAt is not null");
    }
    if (categoryCode != null && !categoryCode.isEmpty()) {
      String each = "array_contains(e.categoryCodes, %s)";
      criteria.where(
          String.join(" or ", Collections.nCopies(categoryCode.size(), each)),
          categoryCode.toArray());
    }
    if (on != null) {
      criteria.where("e.firstDay <= %s and e.lastDay >= %s", on, on);
    }
    return criteria.containing("e.code || ' ' || e.name", q);
  }
}
