package org.bihuan.inspection.assessment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.inspection.assessment.entry.EntryKeeper;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.time.Month;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How units and sub-districts did in a month. */
@Path("/api/v1/assessments/{month}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments", description = "Monthly assessment of units and sub-districts (月度考核)")
public class AssessmentResource {

  private final AssessmentDesk desk;
  private final ClosingDesk closing;

  AssessmentResource(AssessmentDesk desk, ClosingDesk closing) {
    this.desk = desk;
    this.closing = closing;
  }

  @GET
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
      operationId = "getAssessment",
      summary = "The assessment of a month: figures, deductions, scores and places",
      description =
          "Each figure with numerator, denominator and the address of its rows. Who watches over the district sees all. A unit"
              + " sees its own row, and of a closed month the scores and places of the others; a sub-district likewise.")
  public RestResponse<AssessmentView> read(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @Parameter(description = "Who is assessed; units when left out") @QueryParam("of")
          Assessed of) {
    return RestResponse.ok(desk.read(month, of));
  }

  @POST
  @Path("/closing")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ASSESSOR})
  @IdempotentRequest(seconds = EntryKeeper.LONGEST)
  @Operation(
      operationId = "closeAssessment",
      summary = "Freeze the assessment of a month that is over",
      description =
          "Once and for good. What becomes known later, and appeals that have success, stand beside it as corrections.")
  @Refuses(
      status = 409,
      when = "The month is not over (month-not-over), or was closed before (month-closed)")
  public RestResponse<AssessmentView> close(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month) {
    closing.close(month);
    return RestResponse.ok(desk.read(month, Assessed.UNIT));
  }
}
