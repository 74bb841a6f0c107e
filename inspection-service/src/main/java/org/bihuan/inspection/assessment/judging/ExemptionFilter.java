package org.bihuan.inspection.assessment.judging;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Month;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which exemptions of a month are asked for. */
public class ExemptionFilter extends PageRequest {

  @Parameter(description = "Only those of this unit, by code, name or alias; repeat it for more")
  @QueryParam("unit")
  @CodeOf(Units.class)
  List<String> unit;

  @Parameter(description = "Only those of this entry; repeat it for more than one")
  @QueryParam("entry")
  List<UUID> entry;

  Criteria narrow(Month month) {
    return new Criteria().equal("month", month.toString()).in("unitCode", unit).in("entry", entry);
  }
}
