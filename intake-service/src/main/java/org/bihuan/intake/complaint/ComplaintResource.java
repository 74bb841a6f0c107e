package org.bihuan.intake.complaint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complaints from every channel. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "What citizens and offices report")
public class ComplaintResource {

  private static final String VIEW = "The complaint";

  private final ComplaintDesk desk;
  private final Answers answers;

  ComplaintResource(ComplaintDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * How the special team files a complaint.
   *
   * @param categoryCode the complaint's own when missing
   * @param deadlineClass the category's when missing
   * @param title the complaint's headline when missing
   */
  public record Filing(
      @Size(max = 40) String categoryCode,
      DeadlineClass deadlineClass,
      @Size(max = 200) String title) {}

  /** Names the problem that a complaint joins. */
  public record Merge(@NotNull UUID problemId) {}

  /** Says why a complaint will not be handled; the reporter reads it. */
  public record Rejection(@NotBlank @Size(max = 500) String reason) {}

  /** A page of complaints in the description of the API. */
  public record ComplaintPage(List<ComplaintView> items, String nextCursor, Long total) {}

  @GET
  @RolesAllowed({
    Role.CHANNEL_CLERK,
    Role.SPECIAL_TEAM,
    Role.SUBDISTRICT,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "listComplaints",
      summary = "Complaints, newest first",
      description =
          "Those within the caller's sight: a clerk's own channel, a sub-district's "
              + "own, the special team's all. Reporters are masked.")
  @APIResponse(
      responseCode = "200",
      description = "A page of complaints",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintPage.class)))
  public Response list(@BeanParam ComplaintFilter filter) {
    return answers.page(desk.page(filter));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Role.CHANNEL_CLERK,
    Role.SPECIAL_TEAM,
    Role.SUBDISTRICT,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ADMIN
  })
  @Operation(
      operationId = "getComplaint",
      summary = "One complaint",
      description = "Its reporter is masked; see the disclosures for the full name and phone.")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintView.class)))
  public Response read(@PathParam("id") UUID id) {
    ComplaintReading.Versioned complaint = desk.read(id);
    return answers.one(complaint.view(), complaint.version());
  }

  @POST
  @Path("/{id}/filing")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "fileComplaint",
      summary = "Make a complaint a problem of its own",
      description =
          "Only while it waits. What the body leaves out is taken from the complaint "
              + "and its category.")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintView.class)))
  public Response file(@PathParam("id") UUID id, Filing filing) {
    return acted(desk.file(id, filing.categoryCode(), filing.deadlineClass(), filing.title()));
  }

  @POST
  @Path("/{id}/merge")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "mergeComplaint",
      summary = "Join a complaint to a problem already tracked",
      description = "Only while it waits. The problem keeps its own limit.")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintView.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "There is no such problem (problem-to-merge-not-found), or the `Idempotency-Key` was used"
              + " for a different request")
  public Response merge(@PathParam("id") UUID id, Merge merge) {
    return acted(desk.merge(id, merge.problemId()));
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "rejectComplaint",
      summary = "Say that a complaint will not be handled, and why",
      description = "Only while it waits. The reporter reads the reason by the tracking code.")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintView.class)))
  public Response reject(@PathParam("id") UUID id, Rejection rejection) {
    return acted(desk.reject(id, rejection.reason()));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.CHANNEL_CLERK})
  @IdempotentRequest
  @Operation(
      operationId = "withdrawComplaint",
      summary = "Take a complaint back for its reporter",
      description = "Only while it waits; a problem already on the ledger runs its course.")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ComplaintView.class)))
  public Response withdraw(@PathParam("id") UUID id) {
    return acted(desk.withdraw(id));
  }

  private Response acted(ComplaintReading.Versioned complaint) {
    return answers.acted(complaint.view(), complaint.version());
  }
}
