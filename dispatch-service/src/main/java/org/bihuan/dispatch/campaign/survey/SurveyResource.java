package org.bihuan.dispatch.campaign.survey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.campaign.point.PointView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Surveys of the points of target lists. */
@Path("/api/v1/campaigns/{id}/points/{pointId}/surveys")
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
public class SurveyResource {

  private final SurveyDesk desk;
  private final Answers answers;

  SurveyResource(SurveyDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listPointSurveys",
      summary = "The surveys of a point, oldest first, on one page",
      description = "The newest says what holds.")
  public Page<SurveyView> list(
      @PathParam("id") UUID campaignId, @PathParam("pointId") UUID pointId) {
    return new Page<>(desk.list(campaignId, pointId), null, null);
  }

  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT})
  @IdempotentRequest
  @Operation(
      operationId = "surveyCampaignPoint",
      summary = "Say what was found at a point",
      description =
          "By the special team, the unit that is to answer for the point, or its sub-district."
              + " NOT_NEEDED needs a reason. Who looks again adds another survey, until work begins.")
  @Refuses(
      status = 409,
      when =
          "The campaign is closed (campaign-closed), the point is IN_WORK (illegal-transition), or an"
              + " attachment was uploaded a moment ago (attachment-not-ready)")
  public RestResponse<PointView> survey(
      @PathParam("id") UUID campaignId, @PathParam("pointId") UUID pointId, NewSurvey survey) {
    return answers.acted(desk.survey(campaignId, pointId, survey));
  }
}
