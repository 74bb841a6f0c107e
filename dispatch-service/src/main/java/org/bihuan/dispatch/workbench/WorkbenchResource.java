package org.bihuan.dispatch.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's workbench. */
@Path("/api/v1/workbench")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "workbench", description = "What lies on the caller's desk, in figures")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.UNIT_HANDLER,
  Role.UNIT_LEADER,
  Role.SUBDISTRICT,
  Role.INSPECTOR,
  Role.LINE_LEADER,
  Role.TOP_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class WorkbenchResource {

  private final WorkbenchDesk desk;

  WorkbenchResource(WorkbenchDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "getWorkbench",
      summary = "What waits for the caller, is under way, done, due soon and overdue",
      description =
          "Numbers of order items within the caller's sight at this moment, by its roles; the list of each has exactly "
              + "the rows that were counted.")
  public WorkbenchView read() {
    return desk.read();
  }
}
