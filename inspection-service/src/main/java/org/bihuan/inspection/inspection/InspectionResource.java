package org.bihuan.inspection.inspection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Reason;
import org.bihuan.inspection.inspection.trip.InspectionChange;
import org.bihuan.inspection.inspection.trip.NewPostponement;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Inspections of the three tiers: planned, changed, put off, called off, looked up. */
@Path("/api/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections", description = "Inspections of the three tiers (三级督查)")
public class InspectionResource {

  private final InspectionReading reading;
  private final InspectionDesk desk;
  private final Answers answers;

  InspectionResource(InspectionReading reading, InspectionDesk desk, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.answers = answers;
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
  @ResponseStatus(201)
  @Refuses(
      status = 403,
      when =
          "Inspections of this tier (not-your-inspection) or on this line (not-your-line) are led"
              + " by others, or the login of a line leader names no line (claim-missing)")
  public RestResponse<InspectionView> plan(NewInspection planned) {
    InspectionView inspection = desk.plan(planned);
    return answers.created("/api/v1/inspections/" + inspection.id(), inspection);
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
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
  public RestResponse<Page<InspectionView>> list(@BeanParam InspectionFilter filter) {
    return answers.page(filter, reading::page);
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
  public RestResponse<InspectionView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @Operation(
      operationId = "replaceInspection",
      summary = "Change what an inspection is to do, who goes and where",
      description =
          "Until it has started. The body replaces all of that: a stop or an inspector that is not in"
              + " it is taken off. Tier, line and method stay, and the time has `/postponement`.")
  @Refuses(status = 409, when = "It has started or is over (illegal-transition)")
  public RestResponse<InspectionView> replace(@PathParam("id") UUID id, InspectionChange change) {
    return answers.acted(desk.change(id, change));
  }

  @POST
  @Path("/{id}/postponement")
  @RolesAllowed({
    Role.SPECIAL_TEAM,
    Role.INSPECTOR,
    Role.LINE_LEADER,
    Role.TOP_LEADER,
    Role.COMMITTEE_INSPECTOR
  })
  @IdempotentRequest
  @Operation(
      operationId = "postponeInspection",
      summary = "Put an inspection off that has not started",
      description = "As often as needed; what was planned before and why it changed is kept.")
  @Refuses(status = 409, when = "It has started or is over (illegal-transition)")
  public RestResponse<InspectionView> postpone(@PathParam("id") UUID id, NewPostponement later) {
    return answers.acted(desk.postpone(id, later));
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
  @Refuses(status = 409, when = "It has started or is over (illegal-transition)")
  public RestResponse<InspectionView> cancel(@PathParam("id") UUID id, Reason reason) {
    return answers.acted(desk.cancel(id, reason.reason()));
  }
}
