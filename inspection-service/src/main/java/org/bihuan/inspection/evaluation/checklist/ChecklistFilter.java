package org.bihuan.inspection.evaluation.checklist;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which checklists are asked for. */
public class ChecklistFilter extends PageRequest {

  @Parameter(description = "Only those of this type of places; repeat it for more than one")
  @QueryParam("placeType")
  List<String> placeType;

  @Parameter(description = "true for those that new evaluations use, false for those replaced")
  @QueryParam("newest")
  Boolean newest;

  Criteria narrow() {
    Criteria criteria = new Criteria().in("placeTypeCode", placeType);
    return newest == null
        ? criteria
        : criteria.where((newest ? "" : "not ") + "(" + Checklists.NEWEST + ")");
  }
}
