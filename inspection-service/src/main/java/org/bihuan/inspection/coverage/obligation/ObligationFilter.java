package org.bihuan.inspection.coverage.obligation;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.contract.InspectionTier;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Week;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which obligations are asked for. */
public class ObligationFilter extends PageRequest {

  @Parameter(
      description = "Week of ISO 8601, yyyy-Www; this week when left out",
      schema = @Schema(type = SchemaType.STRING, pattern = Week.FORM))
  @QueryParam("week")
  Week week;

  @Parameter(description = "Only those of this tier; repeat it for more than one")
  @QueryParam("tier")
  List<InspectionTier> tier;

  @Parameter(description = "true for those that are done, false for those that are not")
  @QueryParam("done")
  Boolean done;

  boolean matches(ObligationView obligation) {
    return (tier == null || tier.isEmpty() || tier.contains(obligation.tier()))
        && (done == null || done == obligation.done());
  }
}
