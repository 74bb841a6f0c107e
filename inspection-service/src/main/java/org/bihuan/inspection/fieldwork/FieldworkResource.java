package org.bihuan.inspection.fieldwork;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Reason;
import org.bihuan.inspection.finding.FindingView;
import org.bihuan.inspection.finding.NewFinding;
import org.bihuan.inspection.inspection.InspectionView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** What happens on the way: start, stops, findings, conclusion. */
@Path("/api/v1/inspections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "Inspections of the three tiers (三级督查)")
public class FieldworkResource {

  private final FieldworkDesk desk;
  private final ConclusionDesk conclusions;
  private final Answers answers;

  FieldworkResource(FieldworkDesk desk, ConclusionDesk conclusions, Answers answers) {
    this.desk = desk;
    this.conclusions = conclusions;
    this.answers = answers;
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
  @Refuses(status = 409, when = "It has started already or is over (illegal-transition)")
  public RestResponse<InspectionView> start(@PathParam("id") UUID id) {
    return answers.acted(desk.start(id));
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
          "On the way, also of what was noted without a network: the moment of the device is kept,"
              + " with the one of the receipt. A visit that is sent again counts once.")
  @Refuses(
      status = 409,
      when =
          "Not on the way (illegal-transition), or another visit was told or the stop left out"
              + " (stop-settled)")
  @Refuses(
      status = 422,
      when = "The arrival lies before the start of the inspection (arrived-before-start)")
  public RestResponse<InspectionView> visit(
      @PathParam("id") UUID id, @PathParam("n") Integer n, Visit visit) {
    return answers.acted(desk.visit(id, n, visit));
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
  @Refuses(
      status = 409,
      when = "Not on the way (illegal-transition), or the stop is settled (stop-settled)")
  public RestResponse<InspectionView> skip(
      @PathParam("id") UUID id, @PathParam("n") Integer n, Reason reason) {
    return answers.acted(desk.skip(id, n, reason.reason()));
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
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when = "Not on the way (illegal-transition), or the stop was left out (stop-settled)")
  @Refuses(status = 422, when = "It lies before the start of the inspection (found-before-start)")
  public RestResponse<FindingView> report(@PathParam("id") UUID id, NewFinding sent) {
    FindingView finding = desk.report(id, sent);
    return answers.created("/api/v1/findings/" + finding.id(), finding);
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
      summary = "Sum an inspection up, once every stop is visited or left out with a reason",
      description =
          "Where a round table was planned every finding must be decided. After the conclusion nothing"
              + " can be added, and its bulletin has a number. Problems found go their own way.")
  @Refuses(
      status = 409,
      when =
          "Not on the way (illegal-transition), stops are open (stops-open) or named as unvisited though"
              + " they are settled (stop-settled), or findings have no decision (findings-undecided)")
  public RestResponse<InspectionView> conclude(@PathParam("id") UUID id, Conclusion conclusion) {
    return answers.acted(conclusions.conclude(id, conclusion));
  }
}
