package org.bihuan.inspection.assessment.appeal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.assessment.appeal.review.NewReview;
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

/** What units say against their assessment. */
@Path("/api/v1/assessments/{month}/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments", description = "Monthly assessment of units and sub-districts (月度考核)")
public class AppealResource {

  private final AppealReading reading;
  private final AppealDesk desk;
  private final Answers answers;

  AppealResource(AppealReading reading, AppealDesk desk, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.UNIT_HANDLER,
    Role.UNIT_LEADER,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listAppeals",
      summary = "Appeals of a month, newest first",
      description = "Who watches over the district sees all, a unit its own.")
  public RestResponse<Page<AppealView>> list(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @BeanParam AppealFilter filter) {
    return answers.page(filter, asked -> reading.page(month, asked));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.UNIT_HANDLER,
    Role.UNIT_LEADER,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.DISCIPLINE,
    Role.ASSESSOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getAppeal",
      summary = "One appeal, with what its reviewers said",
      description = "Who watches over the district sees all, a unit its own.")
  public RestResponse<AppealView> read(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @PathParam("id") UUID id) {
    return answers.one(reading.read(month, id));
  }

  @POST
  @RolesAllowed(Role.UNIT_LEADER)
  @ResponseStatus(201)
  @IdempotentRequest
  @Operation(
      operationId = "appealAgainstEntry",
      summary = "Appeal against an entry of the caller's unit",
      description =
          "Once for each entry, an item or points taken off, until some time after the month or its"
              + " closing. Two reviewers must accept it.")
  @Refuses(
      status = 403,
      when = "It is another unit's (not-your-unit), or the role may not, or lacks its unit")
  @Refuses(status = 404, when = "The unit has no such entry in that month (entry-not-found)")
  @Refuses(
      status = 409,
      when =
          "The entry was appealed against before (already-appealed) or is in no figure"
              + " (already-exempt), or it is too late (appeal-too-late)")
  public RestResponse<AppealView> appeal(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      NewAppeal asked) {
    AppealView view = desk.appeal(month, asked);
    return answers.created("/api/v1/assessments/" + month + "/appeals/" + view.id(), view);
  }

  @POST
  @Path("/{id}/decisions")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.ASSESSOR})
  @IdempotentRequest(seconds = EntryKeeper.LONGEST)
  @Operation(
      operationId = "reviewAppeal",
      summary = "Accept or refuse an appeal, as one of two reviewers",
      description =
          "Two different people must accept it; one is enough to refuse it. Success takes the entry"
              + " out of all figures and leaves its facts: in an open month at once, in a closed"
              + " one as a correction beside what was closed.")
  @Refuses(
      status = 409,
      when =
          "It is decided (illegal-transition), the caller was the first reviewer"
              + " (already-reviewed), is of the unit or one next above or below it (own-appeal) or"
              + " has judged the entry (own-judgement)")
  public RestResponse<AppealView> review(
      @Parameter(
              description = "Month on the district's calendar, yyyy-MM",
              schema = @Schema(type = SchemaType.STRING, pattern = Month.FORM))
          @PathParam("month")
          Month month,
      @PathParam("id") UUID id,
      NewReview said) {
    return answers.acted(desk.review(month, id, said));
  }
}
