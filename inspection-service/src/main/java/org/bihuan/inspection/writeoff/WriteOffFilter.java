package org.bihuan.inspection.writeoff;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which lines of the journal are asked for; {@code from} is included, {@code to} is not. {@code
 * unitCode} is the responsible unit.
 */
@Sorted("writtenOffAt")
public class WriteOffFilter extends PageRequest {

  @Parameter(description = "Only those of this problem; repeat it for more than one")
  @QueryParam("problemId")
  List<UUID> problemId;

  @Parameter(description = "Only those of this order item; repeat it for more than one")
  @QueryParam("itemId")
  List<UUID> itemId;

  @Parameter(description = "Responsible unit, by code, name or alias; repeat it for more than one")
  @QueryParam("unitCode")
  @CodeOf(Units.class)
  List<String> unitCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those written off at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those written off before this moment")
  @QueryParam("to")
  Instant to;

  Criteria narrow(Criteria visible) {
    return visible
        .in("problemId", problemId)
        .in("itemId", itemId)
        .in("recheck.fixing.leadUnitCode", unitCode)
        .in("recheck.site.subdistrictCode", subdistrictCode)
        .from("writtenOffAt", from)
        .before("writtenOffAt", to);
  }
}
