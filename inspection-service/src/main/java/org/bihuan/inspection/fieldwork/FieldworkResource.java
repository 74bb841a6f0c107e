package org.bihuan.inspection.fieldwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Reason;
import org.bihuan.inspection.finding.Finding;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.finding.NewFinding;
import org.bihuan.inspection.inspection.Inspection;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens on the way: start, stops, findings, conclusion. */
@Path("/api/v1/inspections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "Inspections of the three tiers (三级督查)")
@Transactional
public class FieldworkResource {

  private final FieldworkDesk desk;
  private final FindingDesk findings;
  private final Answers answers;
  private final Caller caller;

  FieldworkResource(FieldworkDesk desk, FindingDesk findings, Answers answers, Caller caller) {
    this.desk = desk;
    this.findings = findings;
    this.answers = answers;
    this.caller = caller;
  }

  @POST
  @Path("/start")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "startInspection",
      summary = "Set out; an unannounced inspection becomes visible to those inspected",
      description = "The moment is kept; what happens on the way must lie after it.")
  @APIResponse(
      responseCode = "200",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(
      responseCode = "409",
      description = "It has started already or is over (illegal-transition)")
  public Response start(@PathParam("id") UUID id) {
    return acted(desk.start(id));
  }

  @POST
  @Path("/stops/{n}/visit")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "visitStop",
      summary = "Record that the inspectors came to stop n, counted from 1",
      description =
          "Only on the way; the arrival must not lie before the start of the " + "inspection.")
  @APIResponse(
      responseCode = "200",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Not on the way (illegal-transition), or the stop is settled (stop-settled)")
  public Response visit(@PathParam("id") UUID id, @PathParam("n") Integer n, Visit visit) {
    return acted(desk.visit(id, n, visit));
  }

  @POST
  @Path("/stops/{n}/skip")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "skipStop",
      summary = "Leave stop n out, with a reason",
      description = "Only on the way, and only a stop that was not visited.")
  @APIResponse(
      responseCode = "200",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Not on the way (illegal-transition), or the stop is settled (stop-settled)")
  public Response skip(@PathParam("id") UUID id, @PathParam("n") Integer n, Reason reason) {
    return acted(desk.skip(id, n, reason.reason()));
  }

  @POST
  @Path("/findings")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "reportFinding",
      summary = "Report a defect found at a stop; it becomes a problem on the ledger",
      description = "Only on the way. Place and category are those of the problem it becomes.")
  @APIResponse(
      responseCode = "201",
      description = "The finding",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = FindingView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Not on the way (illegal-transition), or the stop was left out (stop-settled)")
  public Response report(@PathParam("id") UUID id, NewFinding sent) {
    Finding finding = desk.report(id, sent);
    return answers.created(
        "/api/v1/findings/" + finding.id(), FindingView.of(finding), finding.version());
  }

  @POST
  @Path("/conclusion")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "concludeInspection",
      summary = "Sum an inspection up, once every stop is visited or left out",
      description = "After it nothing can be added. Problems found go their own way.")
  @APIResponse(
      responseCode = "200",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(
      responseCode = "409",
      description = "Not on the way (illegal-transition), or stops are open (stops-open)")
  public Response conclude(@PathParam("id") UUID id, Conclusion conclusion) {
    return acted(desk.conclude(id, conclusion));
  }

  private Response acted(Inspection inspection) {
    InspectionView view = InspectionView.of(inspection, findings.newestOf(inspection.id()), caller);
    return answers.acted(view, inspection.version());
  }
}
