package org.bihuan.inspection.coverage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.Week;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where inspections have been within a week. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "Where inspections have been, and what they miss (督查覆盖)")
public class CoverageResource {

  private final CoverageDesk desk;
  private final Answers answers;

  CoverageResource(CoverageDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
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
      operationId = "getCoverage",
      summary = "Where inspections have been within a week, by tier and sub-district",
      description =
          "Counts visits: stops of started inspections that were visited, at the moment that counts."
              + " What is planned is not in it. Each figure with the address of its list.")
  public RestResponse<CoverageView> read(
      @Parameter(
              description = "Week of ISO 8601, yyyy-Www; this week when left out",
              schema = @Schema(type = SchemaType.STRING, pattern = Week.FORM))
          @QueryParam("week")
          Week week) {
    return RestResponse.ok(desk.read(week));
  }

  @GET
  @Path("/subdistricts")
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
      operationId = "listCoverageOfSubdistricts",
      summary = "Sub-districts as they were visited within a week, by code",
      description = "The lists behind the figures of coverage that count sub-districts.")
  public RestResponse<Page<SubdistrictCoverage>> list(@BeanParam SubdistrictFilter filter) {
    return answers.page(filter, desk::page);
  }
}
