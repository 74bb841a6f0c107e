package org.bihuan.inspection.recheck.load;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How the re-checks that are to be done are spread over places and people. */
@Path("/api/v1/rechecks/load")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rechecks", description = "Looks on the spot after a reply (回头看)")
public class LoadResource {

  private final LoadDesk desk;

  LoadResource(LoadDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getRecheckLoad",
      summary = "Re-checks to be done, by sub-district and by inspector",
      description = "Each figure with the address of the list behind it.")
  public RestResponse<LoadView> read() {
    return RestResponse.ok(desk.read());
  }
}
