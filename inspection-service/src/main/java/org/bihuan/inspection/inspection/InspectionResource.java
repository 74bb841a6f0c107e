package org.bihuan.inspection.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Reason;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Inspections of the three tiers: planned, called off, looked up. */
@Path("/api/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "Inspections of the three tiers (三级督查)")
@Transactional
public class InspectionResource {

  private final InspectionDesk desk;
  private final FindingDesk findings;
  private final Answers answers;
  private final Caller caller;

  InspectionResource(InspectionDesk desk, FindingDesk findings, Answers answers, Caller caller) {
    this.desk = desk;
    this.findings = findings;
    this.answers = answers;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "planInspection",
      summary = "Plan an inspection with its route; the tier must be the caller's",
      description =
          "FRONTLINE is led by the top leaders, LINE by the leader of its work line, "
              + "AREA by the special team and the inspectors; the committee's inspectors may "
              + "lead any. An UNANNOUNCED one is invisible to those inspected until it "
              + "starts.")
  @APIResponse(
      responseCode = "201",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(
      responseCode = "403",
      description =
          "Inspections of this tier (not-your-inspection) or on this line (not-your-line) are led"
              + " by others, or the login of a line leader names no line (claim-missing)")
  public Response plan(NewInspection planned) {
    Inspection inspection = desk.plan(planned);
    return answers.created(
        "/api/v1/inspections/" + inspection.id(),
        InspectionView.of(inspection, List.of(), caller),
        inspection.version());
  }

  /** A page of inspections in the description of the API. */
  public record InspectionPage(List<InspectionView> items, String nextCursor, Long total) {}

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
      operationId = "listInspections",
      summary = "Inspections, newest first or by plannedFor; unannounced ones once started",
      description = "Units and sub-districts see none that is still unannounced.")
  @APIResponse(
      responseCode = "200",
      description = "A page of inspections",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionPage.class)))
  public Response list(@BeanParam InspectionFilter filter) {
    return answers.page(desk.page(filter).map(inspection -> InspectionView.of(inspection, caller)));
  }

  @GET
  @Path("/{id}")
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
      operationId = "getInspection",
      summary = "One inspection with stops and findings",
      description = "The newest 50 findings are in it; all of them are under `/findings`.")
  @APIResponse(
      responseCode = "200",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or none the caller may know of")
  public Response read(@PathParam("id") UUID id) {
    Inspection inspection = desk.read(id);
    InspectionView view = InspectionView.of(inspection, findings.newestOf(inspection.id()), caller);
    return answers.one(view, inspection.version());
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "cancelInspection",
      summary = "Call an inspection off that has not started",
      description = "Only before it has started; the reason is kept.")
  @APIResponse(
      responseCode = "200",
      description = "The inspection",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InspectionView.class)))
  @APIResponse(responseCode = "409", description = "It has started or is over (illegal-transition)")
  public Response cancel(@PathParam("id") UUID id, Reason reason) {
    Inspection inspection = desk.cancel(id, reason.reason());
    return answers.acted(InspectionView.of(inspection, List.of(), caller), inspection.version());
  }
}
