package org.bihuan.inspection.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a district reports upward. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports", description = "Figures that are reported upward (上报数据)")
public class ReportResource {

  private final FiguresDesk desk;
  private final Answers answers;

  ReportResource(FiguresDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Path("/figures")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getReportFigures",
      summary = "What was done in a period, each figure with the list behind it",
      description =
          "Orders, inspections, problems, meetings, re-checks and coverage between two days of the district's"
              + " calendar. Orders and meetings are listed by dispatch-service and problems by intake-service; they"
              + " count from when this service first listened to them.")
  public RestResponse<FiguresView> figures(
      @Parameter(description = "First day, on the district's calendar", required = true)
          @QueryParam("from")
          LocalDate from,
      @Parameter(description = "Last day, at most three years later", required = true)
          @QueryParam("to")
          LocalDate to) {
    return RestResponse.ok(desk.read(from, to));
  }

  @GET
  @Path("/lines")
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listReportLines",
      summary = "The same figures line by line, as the sheet that is reported upward",
      description = "In the order in which they are reported.")
  public RestResponse<Page<ReportLine>> lines(@BeanParam ReportFilter filter) {
    return answers.page(filter, desk::lines);
  }

  @GET
  @Path("/subdistricts")
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listReportSubdistricts",
      summary = "Sub-districts with their visits within a period, by code",
      description = "The list behind the coverage of a report.")
  public RestResponse<Page<SubdistrictVisits>> subdistricts(@BeanParam CoveredFilter filter) {
    return answers.page(filter, desk::subdistricts);
  }
}
