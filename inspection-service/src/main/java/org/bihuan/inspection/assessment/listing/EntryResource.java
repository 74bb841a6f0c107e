package org.bihuan.inspection.assessment.listing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.Month;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The rows behind the figures of a month. */
@Path("/api/v1/assessments/{month}")
@Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
@Tag(name = "assessments", description = "Monthly assessment of units and sub-districts (月度考核)")
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
public class EntryResource {

  private final EntryDesk desk;
  private final Answers answers;

  EntryResource(EntryDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Path("/items")
  @Operation(
      operationId = "listAssessmentItems",
      summary = "The items behind a figure of a month, latest first",
      description =
          "Each row is a unit's time with an order item. A unit sees its own, a sub-district those of its area. Of a closed month they are as they were closed.")
  public RestResponse<Page<EntryView>> items(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @BeanParam EntryFilter filter) {
    return answers.page(filter, asked -> desk.items(month, asked));
  }

  @GET
  @Path("/deductions")
  @Operation(
      operationId = "listAssessmentDeductions",
      summary = "What points are taken off for in a month, latest first",
      description =
          "A unit sees its own, a sub-district those of its area. Of a closed month they are as they were closed.")
  public RestResponse<Page<DeductionView>> deductions(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @BeanParam DeductionFilter filter) {
    return answers.page(filter, asked -> desk.deductions(month, asked));
  }
}
