package org.bihuan.inspection.coverage.visit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The visits behind the figures of coverage. */
@Path("/api/v1/coverage/visits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "Where inspections have been, and what they miss (督查覆盖)")
public class VisitResource {

  private final VisitDesk desk;
  private final Answers answers;

  VisitResource(VisitDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
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
      operationId = "listVisits",
      summary = "Visits of inspections, latest first",
      description =
          "A visit is a stop of a started inspection that was visited, not left out, at the moment"
              + " that counts.")
  public RestResponse<Page<VisitView>> list(@BeanParam VisitFilter filter) {
    return answers.page(filter, desk::page);
  }
}
