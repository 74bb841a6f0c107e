package org.bihuan.inspection.finding;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/** Which findings are asked for. */
public class FindingFilter extends PageRequest {

  @QueryParam("inspectionId")
  List<UUID> inspectionId;

  @QueryParam("problemId")
  List<UUID> problemId;

  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  Criteria narrow(Criteria visible) {
    return visible
        .in("inspectionId", inspectionId)
        .in("problemId", problemId)
        .in("site.subdistrictCode", subdistrictCode);
  }
}
