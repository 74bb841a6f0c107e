package org.bihuan.inspection.assessment.judging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bihuan.contract.Role;
import org.bihuan.inspection.assessment.entry.EntryKeeper;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.time.Month;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What the team and the assessors rule about entries of a month. */
@Path("/api/v1/assessments/{month}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments", description = "Monthly assessment of units and sub-districts (月度考核)")
public class RulingResource {

  private final RulingDesk desk;
  private final Answers answers;

  RulingResource(RulingDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Path("/exemptions")
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
      operationId = "listExemptions",
      summary =
          "Exemptions of entries from the figures, made in the assessment of a month, newest first",
      description =
          "With the reason, who approved it, and the appeal where there was one. With an item all points taken off for it are"
              + " exempt too.")
  public RestResponse<Page<ExemptionView>> exemptions(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @BeanParam ExemptionFilter filter) {
    return answers.page(filter, asked -> desk.exemptions(month, asked));
  }

  @POST
  @Path("/exemptions")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ASSESSOR})
  @ResponseStatus(201)
  @IdempotentRequest(seconds = EntryKeeper.LONGEST)
  @Operation(
      operationId = "exemptEntry",
      summary = "Take an entry out of all figures, with a reason",
      description =
          "As where the demand was unreasonable. Its facts stay, and nothing is deleted: in an open month the figures change at"
              + " once, in a closed one a correction stands beside them.")
  @Refuses(status = 404, when = "There is no such entry in that month (entry-not-found)")
  @Refuses(
      status = 409,
      when =
          "It is in no figure (already-exempt), or of the caller's unit or one next above or below it (subject-unit)")
  public RestResponse<ExemptionView> exempt(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      NewExemption asked) {
    return answers.created(
        "/api/v1/assessments/" + month + "/exemptions", desk.exempt(month, asked));
  }

  @POST
  @Path("/judgements")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ASSESSOR})
  @ResponseStatus(201)
  @IdempotentRequest(seconds = EntryKeeper.LONGEST)
  @Operation(
      operationId = "judgeEntry",
      summary = "State that a reply was false or a unit shirked, with a reason",
      description =
          "Takes points off in that month, which is not closed. Each once for an item; the unit may appeal against it.")
  @Refuses(
      status = 404,
      when = "There is no such item in that month, or the month has not begun (entry-not-found)")
  @Refuses(
      status = 409,
      when =
          "It was judged so before (already-judged), is of the caller's unit or one next above or below it"
              + " (subject-unit), or the month is closed (month-closed)")
  public RestResponse<JudgementView> judge(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      NewJudgement asked) {
    return answers.created(
        "/api/v1/assessments/" + month + "/deductions", desk.judge(month, asked));
  }
}
