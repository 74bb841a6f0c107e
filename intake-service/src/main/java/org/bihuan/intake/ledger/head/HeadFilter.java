package org.bihuan.intake.ledger.head;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which heads are asked for. */
public class HeadFilter extends PageRequest {

  @Parameter(description = "Only those of this day or later, on the district's calendar")
  @QueryParam("from")
  LocalDate from;

  @Parameter(description = "Only those of this day or earlier")
  @QueryParam("to")
  LocalDate to;

  Criteria criteria() {
    return new Criteria()
        .where("e.signature is not null")
        .from("day", from)
        .before("day", to == null ? null : to.plusDays(1));
  }
}
