package org.bihuan.dispatch.campaign.point;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The points of target lists. */
@Path("/api/v1/campaigns/{id}/points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns", description = "Campaigns (攻坚行动) with their target lists")
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
public class PointResource {

  private final PointDesk desk;
  private final Answers answers;

  PointResource(PointDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * The order item that is there for a point.
   *
   * @param orderItemId of the point's category and sub-district
   */
  public record PointItem(@NotNull UUID orderItemId) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listCampaignPoints",
      summary = "The points of a target list, newest first",
      description = "Any figure of the progress about points is the length of such a list.")
  public RestResponse<Page<PointView>> list(
      @PathParam("id") UUID campaignId, @BeanParam PointFilter filter) {
    return answers.page(filter, wanted -> desk.page(campaignId, wanted));
  }

  @GET
  @Path("/{pointId}")
  @Operation(
      operationId = "getCampaignPoint",
      summary = "One point of a target list",
      description = "With its plan, and the order item that is there for it.")
  public RestResponse<PointView> read(
      @PathParam("id") UUID campaignId, @PathParam("pointId") UUID id) {
    return answers.one(desk.read(campaignId, id));
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "createCampaignPoint",
      summary = "Put one more point on the target list",
      description =
          "For what is found on the way; the list itself is imported. Who is to answer for a point"
              + " that names nobody is the fallback unit, and the point says so.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "The campaign is closed (campaign-closed), or has a point of this number (point-exists)")
  public RestResponse<PointView> create(@PathParam("id") UUID campaignId, NewPoint wanted) {
    PointView point = desk.create(campaignId, wanted);
    return answers.created("/api/v1/campaigns/" + campaignId + "/points/" + point.id(), point);
  }

  @POST
  @Path("/{pointId}/plan")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.UNIT_HANDLER, Role.UNIT_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "planCampaignPoint",
      summary = "Say what is to be done at a point, and until when",
      description =
          "By the special team or the unit that is to answer for it. Replaces what was planned before,"
              + " until work begins.")
  @Refuses(
      status = 409,
      when =
          "The campaign is closed (campaign-closed), or the point is NOT_NEEDED or IN_WORK"
              + " (illegal-transition)")
  public RestResponse<PointView> plan(
      @PathParam("id") UUID campaignId, @PathParam("pointId") UUID id, PointPlan plan) {
    return answers.acted(desk.plan(campaignId, id, plan));
  }

  @POST
  @Path("/{pointId}/item")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "startCampaignPoint",
      summary = "Tie an order item to a point that was surveyed and planned",
      description =
          "The item counts for the campaign from then on, if it did not yet. When it is cancelled, or"
              + " leaves the campaign, the point waits for another.")
  @Refuses(
      status = 409,
      when =
          "The campaign is closed (campaign-closed), the point has no plan (point-without-plan) or one"
              + " without person or cost (point-plan-incomplete), or is not SURVEYED"
              + " (illegal-transition)")
  public RestResponse<PointView> start(
      @PathParam("id") UUID campaignId, @PathParam("pointId") UUID id, PointItem tied) {
    return answers.acted(desk.start(campaignId, id, tied.orderItemId()));
  }
}
