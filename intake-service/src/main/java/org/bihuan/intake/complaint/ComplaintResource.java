package org.bihuan.intake.complaint;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complaints from every channel. */
@Path("/api/v1/complaints")
@Tag(name = "complaints")
@Transactional
public class ComplaintResource {

  private static final String VIEW = "The complaint";

  private final ComplaintDesk desk;
  private final ReporterVault vault;
  private final Caller caller;
  private final Answers answers;

  ComplaintResource(ComplaintDesk desk, ReporterVault vault, Caller caller, Answers answers) {
    this.desk = desk;
    this.vault = vault;
    this.caller = caller;
    this.answers = answers;
  }

  /** Names the problem that a complaint joins. */
  public record Merge(@NotNull UUID problemId) {}

  /** Says why a complaint will not be handled; the reporter reads it. */
  public record Rejection(@NotBlank @Size(max = 500) String reason) {}

  @POST
  @PermitAll
  @IdempotentRequest
  @Operation(
      operationId = "registerComplaint",
      summary =
          "Take a complaint in; 200 with the one already there when the channel has sent its number before")
  @APIResponse(
      responseCode = "201",
      description = VIEW,
      content = @Content(schema = @Schema(implementation = ComplaintView.class)))
  public Response register(NewComplaint complaint) {
    ComplaintDesk.Registered registered = desk.register(complaint);
    Complaint taken = registered.complaint();
    return registered.repeated()
        ? answers.acted(view(taken), taken.version())
        : answers.created("/api/v1/complaints/" + taken.id(), view(taken), taken.version());
  }

  @GET
  @RolesAllowed({
    Role.CHANNEL_CLERK,
    Role.SPECIAL_TEAM,
    Role.SUBDISTRICT,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR,
    Role.ADMIN
  })
  @Operation(operationId = "listComplaints", summary = "Complaints, newest first")
  public Response list(@BeanParam ComplaintFilter filter) {
    return answers.page(desk.page(filter).map(this::view));
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
  @Operation(operationId = "getComplaint", summary = "One complaint")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content = @Content(schema = @Schema(implementation = ComplaintView.class)))
  public Response read(@PathParam("id") UUID id) {
    Complaint complaint = desk.read(id);
    return answers.one(view(complaint), complaint.version());
  }

  @POST
  @Path("/{id}/filing")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(operationId = "fileComplaint", summary = "Make a complaint a problem of its own")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content = @Content(schema = @Schema(implementation = ComplaintView.class)))
  public Response file(@PathParam("id") UUID id, Filing filing) {
    return acted(desk.file(id, filing));
  }

  @POST
  @Path("/{id}/merge")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "mergeComplaint",
      summary = "Join a complaint to a problem already tracked")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content = @Content(schema = @Schema(implementation = ComplaintView.class)))
  public Response merge(@PathParam("id") UUID id, Merge merge) {
    return acted(desk.merge(id, merge.problemId()));
  }

  @POST
  @Path("/{id}/rejection")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "rejectComplaint",
      summary = "Say that a complaint will not be handled, and why")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content = @Content(schema = @Schema(implementation = ComplaintView.class)))
  public Response reject(@PathParam("id") UUID id, Rejection rejection) {
    return acted(desk.reject(id, rejection.reason()));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.CHANNEL_CLERK})
  @IdempotentRequest
  @Operation(operationId = "withdrawComplaint", summary = "Take a complaint back for its reporter")
  @APIResponse(
      responseCode = "200",
      description = VIEW,
      content = @Content(schema = @Schema(implementation = ComplaintView.class)))
  public Response withdraw(@PathParam("id") UUID id) {
    return acted(desk.withdraw(id));
  }

  private Response acted(Complaint complaint) {
    return answers.acted(view(complaint), complaint.version());
  }

  private ComplaintView view(Complaint complaint) {
    return new ComplaintView(
        complaint.id(),
        complaint.serial(),
        complaint.trackingCode(),
        complaint.status(),
        complaint.channel(),
        complaint.sourceKind(),
        complaint.sourceRef(),
        complaint.subject(),
        complaint.text(),
        complaint.categoryCode(),
        complaint.isCategorySuggested(),
        complaint.categoryConfidence(),
        complaint.site().place(),
        vault.masked(complaint.reporter()),
        complaint.occurredAt(),
        complaint.receivedAt(),
        complaint.problem().map(Problem::id).orElse(null),
        complaint.problem().map(Problem::serial).orElse(null),
        complaint.rejectionReason(),
        caller.allowed(complaint.allowedActions()).stream().map(Action::name).toList());
  }
}
