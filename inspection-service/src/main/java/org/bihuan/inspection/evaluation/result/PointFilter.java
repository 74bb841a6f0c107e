package org.bihuan.inspection.evaluation.result;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which points are asked for. */
public class PointFilter extends PageRequest {

  @Parameter(description = "Only those of this evaluation; repeat it for more than one")
  @QueryParam("evaluationId")
  List<UUID> evaluationId;

  @Parameter(description = "Only places of this type; repeat it for more than one")
  @QueryParam("placeType")
  List<String> placeType;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  Criteria narrow(Criteria visible) {
    return visible
        .in("evaluationId", evaluationId)
        .in("placeTypeCode", placeType)
        .in("subdistrictCode", subdistrictCode);
  }
}
