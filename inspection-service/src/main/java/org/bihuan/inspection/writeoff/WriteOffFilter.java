package org.bihuan.inspection.writeoff;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;

/**
 * Which lines of the journal are asked for; {@code from} is included, {@code to} is not. {@code
 * unitCode} is the responsible unit.
 */
public class WriteOffFilter extends PageRequest {

  @QueryParam("problemId")
  List<UUID> problemId;

  @QueryParam("itemId")
  List<UUID> itemId;

  @QueryParam("unitCode")
  List<String> unitCode;

  @QueryParam("subdistrictCode")
  List<String> subdistrictCode;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return visible
        .in("problemId", problemId)
        .in("itemId", itemId)
        .in("recheck.leadUnitCode", unitCode)
        .in("recheck.site.subdistrictCode", subdistrictCode)
        .from("writtenOffAt", from)
        .before("writtenOffAt", to);
  }
}
