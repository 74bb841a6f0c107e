package org.bihuan.intake.webhook.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets a channel try its webhook. */
@Path("/api/v1/channels/{code}/webhooks/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "webhooks",
    description = "A channel's own system is told what became of its complaints")
@RolesAllowed({Role.ADMIN, Role.CHANNEL_CLERK})
public class WebhookTestResource {

  private final DeliveryDesk desk;

  WebhookTestResource(DeliveryDesk desk) {
    this.desk = desk;
  }

  @POST
  @IdempotentRequest
  @Operation(
      operationId = "testChannelWebhook",
      summary = "Call a webhook without a reason",
      description =
          "Puts a call of type `ping` behind what waits for the webhook, signed as every other. What came"
              + " of it: `GET /channels/{code}/deliveries/{id}`.")
  @Refuses(status = 409, when = "The webhook is not called (webhook-not-active)")
  public RestResponse<ChannelDeliveryView> test(
      @PathParam("code") String code, @PathParam("id") UUID id) {
    return RestResponse.ok(desk.test(code, id));
  }
}
