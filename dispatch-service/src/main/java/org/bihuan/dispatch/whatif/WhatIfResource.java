package org.bihuan.dispatch.whatif;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What would have been late under other limits or calendars. */
@Path("/api/v1/sla-policies/what-if")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sla-policies", description = "How long each deadline class is")
public class WhatIfResource {

  private final WhatIfDesk desk;

  WhatIfResource(WhatIfDesk desk) {
    this.desk = desk;
  }

  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ADMIN})
  @IdempotentRequest
  @Operation(
      operationId = "compareSlaPolicies",
      summary = "Replay a past period under other limits or calendars",
      description =
          "Compares what became of the limits that began in the period, unit by unit, with what would have"
              + " become of them: pauses, suspensions and extensions stay as they were. Limits of plans are"
              + " left out. How many items of these a unit had open at once is compared with how many it"
              + " would have had, had each used the same share of its limit. Nothing is stored, and no"
              + " limit moves by it.")
  public RestResponse<WhatIfView> compare(WhatIfQuestion question) {
    return RestResponse.ok(desk.answer(question));
  }
}
