package org.bihuan.dispatch.campaign.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The items of campaigns. */
@Path("/api/v1/campaigns/{id}/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "campaigns", description = "Campaigns (攻坚行动) with their target lists")
@RolesAllowed(Role.SPECIAL_TEAM)
public class MembershipResource {

  private final MembershipDesk desk;
  private final Answers answers;

  MembershipResource(MembershipDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  /**
   * Items that a campaign takes in.
   *
   * @param orderItemIds ids of order items, 1 to 200, each once
   */
  public record NewCampaignItems(
      @NotNull @Size(min = 1, max = 200) List<@NotNull UUID> orderItemIds) {}

  /**
   * Why an item does not belong to a campaign.
   *
   * @param reason at most 500 characters
   */
  public record CampaignItemRemoval(@NotBlank @Size(min = 1, max = 500) String reason) {}

  @POST
  @IdempotentRequest
  @Operation(
      operationId = "addCampaignItems",
      summary = "Take order items into a campaign, all of them or none",
      description =
          "Open items of its categories, issued no later than on its last day. An item can be in"
              + " several campaigns, under one mechanism at most. Each says in its history that it"
              + " joined; `GET /order-items?campaignId=` lists them.")
  @Refuses(status = 409, when = "The campaign is closed (campaign-closed)")
  public RestResponse<Page<OrderItemView>> add(@PathParam("id") UUID id, NewCampaignItems wanted) {
    return RestResponse.ok(new Page<>(desk.add(id, wanted.orderItemIds()), null, null));
  }

  @POST
  @Path("/{itemId}/removal")
  @IdempotentRequest
  @Operation(
      operationId = "removeCampaignItem",
      summary = "Take an item out of a campaign, where it does not belong",
      description =
          "While the item is open. It is as it was; a point that it was ordered for needs another"
              + " one.")
  @Refuses(
      status = 409,
      when = "The campaign is closed (campaign-closed), or the item has ended (illegal-transition)")
  public RestResponse<OrderItemView> remove(
      @PathParam("id") UUID id, @PathParam("itemId") UUID itemId, CampaignItemRemoval removal) {
    return answers.acted(desk.remove(id, itemId, removal.reason()));
  }
}
