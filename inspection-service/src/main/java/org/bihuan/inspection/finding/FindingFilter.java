package org.bihuan.inspection.finding;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which findings are asked for. */
public class FindingFilter extends PageRequest {

  @Parameter(description = "Only those of this inspection; repeat it for more than one")
  @QueryParam("inspectionId")
  List<UUID> inspectionId;

  @Parameter(description = "Only those of this mock evaluation; repeat it for more than one")
  @QueryParam("evaluationId")
  List<UUID> evaluationId;

  @Parameter(description = "Only those of this problem; repeat it for more than one")
  @QueryParam("problemId")
  List<UUID> problemId;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those reported at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those reported before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return visible
        .in("inspectionId", inspectionId)
        .in("evaluationId", evaluationId)
        .in("problemId", problemId)
        .in("site.subdistrictCode", subdistrictCode)
        .from("reportedAt", from)
        .before("reportedAt", to);
  }
}
