package org.bihuan.dispatch.routing;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which routing rules are asked for. */
public class RoutingRuleFilter extends PageRequest {

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those for this source; repeat it for more than one")
  @QueryParam("sourceKind")
  List<SourceKind> sourceKind;

  @Parameter(description = "Those of this rule set, and not of the active one; repeat it for more")
  @QueryParam("setId")
  List<UUID> setId;

  @Parameter(description = "Only rules whose span holds this moment")
  @QueryParam("at")
  Instant at;

  /** The conditions; of the active set when no set is named. */
  Criteria criteria(UUID activeSetId) {
    Criteria criteria =
        new Criteria()
            .in("setId", setId == null || setId.isEmpty() ? List.of(activeSetId) : setId)
            .in("scope.categoryCode", categoryCode)
            .in("scope.subdistrictCode", subdistrictCode)
            .in("scope.sourceKind", sourceKind);
    return at == null
        ? criteria
        : criteria.where("e.validFrom <= %s and (e.validTo is null or e.validTo > %s)", at, at);
  }
}
