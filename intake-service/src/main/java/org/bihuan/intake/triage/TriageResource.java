package org.bihuan.intake.triage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.complaint.ComplaintView;
import org.bihuan.intake.complaint.Handover;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Decisions of the special team about complaints. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints", description = "What citizens and offices report")
public class TriageResource {

  private final TriageDesk desk;
  private final Answers answers;

  TriageResource(TriageDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Names the problem that a complaint joins.
   *
   * @param problemId a problem that is still open
   */
  public record Merge(@NotNull UUID problemId) {}

  /**
   * Says why a complaint will not be handled.
   *
   * @param reason 1 to 500 characters; the reporter reads it
   */
  public record Rejection(@NotBlank @Size(max = 500) String reason) {}

  /**
   * Names the body whose matter a complaint is.
   *
   * @param bodyCode from the catalogue of other bodies
   * @param reason why it is theirs, 1 to 500 characters, for the record
   * @param replyToReporter what the reporter reads, 1 to 500 characters
   */
  public record NewHandover(
      @NotBlank @Size(max = 40) String bodyCode,
      @NotBlank @Size(max = 500) String reason,
      @NotBlank @Size(max = 500) String replyToReporter) {}

  @POST
  @Path("/{id}/filing")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "fileComplaint",
      summary = "Make a complaint a problem of its own",
      description =
          "Only while it waits. What the body leaves out is taken from the complaint "
              + "and its category; what was doubtful about its place is settled.")
  public RestResponse<ComplaintView> file(@PathParam("id") UUID id, Filing filing) {
    return answers.acted(desk.file(id, filing));
  }

  @POST
  @Path("/{id}/merge")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "mergeComplaint",
      summary = "Join a complaint to a problem already tracked",
      description =
          "While it waits, or after it was filed: then its own problem ends as MERGED, all"
              + " complaints of that go along, and its order item is called off. The problem that"
              + " is joined keeps its own limit and must be open. A merged problem does not come"
              + " back; its complaints can be split off one by one.")
  @Refuses(
      status = 409,
      when =
          "Not from here (illegal-transition), one of the problems has ended "
              + "(problem-ended), or both are the same (merged-into-itself)")
  @Refuses(
      status = 422,
      when =
          "There is no such problem (problem-to-merge-not-found), or the `Idempotency-Key` was used"
              + " for a different request")
  public RestResponse<ComplaintView> merge(@PathParam("id") UUID id, Merge merge) {
    return answers.acted(desk.merge(id, merge.problemId()));
  }

  @POST
  @Path("/{id}/split")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "splitComplaint",
      summary = "Make a merged complaint a problem of its own again",
      description =
          "It leaves the problem it was merged into, which goes on with its other complaints, and"
              + " is filed anew: with another number and a limit that begins now. Only this"
              + " complaint is taken out: a problem that was merged with all its complaints stays"
              + " MERGED, and each of them is split off by itself.")
  @Refuses(
      status = 409,
      when =
          "Not from here (illegal-transition), the problem has ended (problem-ended), or it has no"
              + " other complaint (only-complaint)")
  public RestResponse<ComplaintView> split(@PathParam("id") UUID id) {
    return answers.acted(desk.split(id));
  }

  @POST
  @Path("/{id}/handover")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "handOverComplaint",
      summary = "Hand a complaint over to the body whose matter it is",
      description =
          "While it waits or after it was filed. A problem of which it was the only complaint is "
              + "called off with its order item. The reporter reads the reply by the tracking code.")
  @Refuses(
      status = 409,
      when = "Not from here (illegal-transition), or the problem has ended (problem-ended)")
  public RestResponse<ComplaintView> handOver(@PathParam("id") UUID id, NewHandover handover) {
    return answers.acted(
        desk.handOver(
            id, new Handover(handover.bodyCode(), handover.reason(), handover.replyToReporter())));
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "rejectComplaint",
      summary = "Say that a complaint will not be handled, and why",
      description = "Only while it waits. The reporter reads the reason by the tracking code.")
  public RestResponse<ComplaintView> reject(@PathParam("id") UUID id, Rejection rejection) {
    return answers.acted(desk.reject(id, rejection.reason()));
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @Operation(
      operationId = "correctComplaint",
      summary = "Correct category and place",
      description =
          "While it waits or after it was filed; then its problem is corrected as well. A limit that "
              + "runs is not touched. What the body leaves out stays. A sub-district or community "
              + "settles what was doubtful about the place.")
  @Refuses(
      status = 409,
      when = "Not from here (illegal-transition), or the problem has ended (problem-ended)")
  public RestResponse<ComplaintView> correct(@PathParam("id") UUID id, Correction correction) {
    return answers.acted(desk.correct(id, correction));
  }
}
