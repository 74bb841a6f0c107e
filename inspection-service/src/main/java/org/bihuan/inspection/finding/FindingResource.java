package org.bihuan.inspection.finding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Findings of all inspections, with the problems they became. */
@Path("/api/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "findings", description = "Defects found at inspections")
public class FindingResource {

  private final FindingDesk desk;
  private final Answers answers;

  FindingResource(FindingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
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
  @Operation(
      operationId = "listFindings",
      summary = "Findings, newest first",
      description =
          "Those of inspections the caller may know of. Each becomes a problem through "
              + "intake-service.")
  public RestResponse<Page<FindingView>> list(@BeanParam FindingFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
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
  @Operation(
      operationId = "getFinding",
      summary = "One finding",
      description = "With the problem, the item and the unit it led to, once they are there.")
  public RestResponse<FindingView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }
}
