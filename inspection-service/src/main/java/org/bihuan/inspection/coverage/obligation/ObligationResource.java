package org.bihuan.inspection.coverage.obligation;

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

/** What leaders owe within a week. */
@Path("/api/v1/coverage/obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "Where inspections have been, and what they miss (督查覆盖)")
public class ObligationResource {

  private final ObligationDesk desk;
  private final Answers answers;

  ObligationResource(ObligationDesk desk, Answers answers) {
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
      operationId = "listObligations",
      summary = "What leaders owe within a week, and what is done",
      description =
          "Each work line is owed a visit of the tier LINE, and the district one of the tier FRONTLINE."
              + " Work lines are those of the setting and those on which an inspection has set out.")
  public RestResponse<Page<ObligationView>> list(@BeanParam ObligationFilter filter) {
    return answers.page(filter, desk::page);
  }
}
