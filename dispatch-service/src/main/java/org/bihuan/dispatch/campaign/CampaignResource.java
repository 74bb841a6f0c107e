package org.bihuan.dispatch.campaign;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Campaigns. */
@Path("/api/v1/campaigns")
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
public class CampaignResource {

  private final CampaignDesk desk;
  private final ProgressReading progress;
  private final Answers answers;

  CampaignResource(CampaignDesk desk, ProgressReading progress, Answers answers) {
    this.desk = desk;
    this.progress = progress;
    this.answers = answers;
  }

  /**
   * The end of a campaign.
   *
   * @param conclusion what it came to, at most 2000 characters
   */
  public record CampaignClosing(@NotBlank @Size(min = 1, max = 2000) String conclusion) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listCampaigns",
      summary = "Campaigns, newest first",
      description = "Everybody who works on items sees all of them, closed ones too.")
  public RestResponse<Page<CampaignView>> list(@BeanParam CampaignFilter filter) {
    return answers.page(filter, desk::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCampaign",
      summary = "One campaign",
      description = "What it is about and for; how far it is says `GET …/progress`.")
  public RestResponse<CampaignView> read(@PathParam("id") UUID id) {
    return answers.one(desk.read(id));
  }

  @GET
  @Path("/{id}/progress")
  @Operation(
      operationId = "getCampaignProgress",
      summary = "How far a campaign is, by category, sub-district and key area",
      description =
          "Done is what was written off, and nothing else. Outcomes are those of the accepted final"
              + " replies to what is done; a sum with any lower bound in it is AT_LEAST, and"
              + " different units of measure are never added up.")
  public ProgressView progress(
      @PathParam("id") UUID id,
      @Parameter(description = "Only points of this key area, by its name, at most 60 characters")
          @QueryParam("keyArea")
          String keyArea) {
    return progress.read(id, keyArea);
  }

  @POST
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "createCampaign",
      summary = "A campaign that there was not so far",
      description = "Then its target list is imported, and its points are surveyed one by one.")
  @ResponseStatus(201)
  @Refuses(
      status = 409,
      when =
          "There is a campaign with this code (campaign-exists) or of this name (campaign-name-taken)")
  public RestResponse<CampaignView> create(NewCampaign wanted) {
    CampaignView campaign = desk.create(wanted);
    return answers.created("/api/v1/campaigns/" + campaign.id(), campaign);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @Operation(
      operationId = "replaceCampaign",
      summary = "Change what a campaign is about and for",
      description =
          "Categories of points or items that it has taken in stay; so does its mechanism once it has"
              + " items.")
  @Refuses(
      status = 409,
      when = "It is closed (campaign-closed), or another is of this name (campaign-name-taken)")
  public RestResponse<CampaignView> replace(@PathParam("id") UUID id, CampaignChange change) {
    return answers.acted(desk.change(id, change));
  }

  @POST
  @Path("/{id}/closing")
  @RolesAllowed(Role.SPECIAL_TEAM)
  @IdempotentRequest
  @Operation(
      operationId = "closeCampaign",
      summary = "Close a campaign with a conclusion",
      description =
          "It takes nothing more. Its items go on as they are, and are counted when they are written"
              + " off. It is not opened again.")
  @Refuses(status = 409, when = "It is closed already (campaign-closed)")
  public RestResponse<CampaignView> close(@PathParam("id") UUID id, CampaignClosing closing) {
    return answers.acted(desk.close(id, closing.conclusion()));
  }
}
