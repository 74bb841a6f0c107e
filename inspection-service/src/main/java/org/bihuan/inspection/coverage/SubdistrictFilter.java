package org.bihuan.inspection.coverage;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Week;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which sub-districts are asked for. */
public class SubdistrictFilter extends PageRequest {

  @Parameter(
      description = "Week of ISO 8601, yyyy-Www; this week when left out",
      schema = @Schema(type = SchemaType.STRING, pattern = Week.FORM))
  @QueryParam("week")
  Week week;

  @Parameter(description = "Whose visits count for covered, all tiers' when left out; repeat it")
  @QueryParam("tier")
  List<InspectionTier> tier;

  @Parameter(description = "true for those that were visited in the week, false for all others")
  @QueryParam("covered")
  Boolean covered;

  @Parameter(description = "true for blind spots only, false for all others")
  @QueryParam("blind")
  Boolean blind;

  boolean matches(SubdistrictCoverage place) {
    List<InspectionTier> tiers =
        tier == null || tier.isEmpty() ? List.of(InspectionTier.values()) : tier;
    return (covered == null || covered == place.isCoveredBy(tiers))
        && (blind == null || blind == place.blind());
  }
}
