package org.bihuan.intake.webhook.delivery;

import jakarta.annotation.security.RolesAllowed;
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
import org.jboss.resteasy.reactive.RestResponse;

/** What the webhooks of a channel were told, and every attempt. */
@Path("/api/v1/channels/{code}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "webhooks",
    description = "A channel's own system is told what became of its complaints")
@RolesAllowed({Role.ADMIN, Role.CHANNEL_CLERK})
public class ChannelDeliveryResource {

  private final DeliveryDesk desk;
  private final Answers answers;

  ChannelDeliveryResource(DeliveryDesk desk, Answers answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listChannelDeliveries",
      summary = "What the webhooks of a channel were told, newest first",
      description = "What was given up has `status=FAILED`. Kept for half a year.")
  public RestResponse<Page<ChannelDeliveryLine>> list(
      @PathParam("code") String code, @BeanParam ChannelDeliveryFilter filter) {
    return answers.page(filter, asked -> desk.page(code, asked));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getChannelDelivery",
      summary = "One call of a channel's webhook with every attempt",
      description =
          "`id` is what the receiver has as `webhook-id`. What was answered is shown to administrators.")
  public ChannelDeliveryView read(@PathParam("code") String code, @PathParam("id") UUID id) {
    return desk.read(code, id);
  }

  @POST
  @Path("/{id}/redelivery")
  @IdempotentRequest
  @Operation(
      operationId = "redeliverToChannel",
      summary = "Send once more what has arrived or was given up",
      description =
          "Under its old `webhook-id`, with the body it had, before what waits for the same webhook. Its"
              + " attempts are counted on: after ten there is one more.")
  @Refuses(
      status = 409,
      when =
          "It waits for an attempt anyway (delivery-under-way), or its webhook is not called"
              + " (webhook-not-active)")
  public RestResponse<ChannelDeliveryView> redeliver(
      @PathParam("code") String code, @PathParam("id") UUID id) {
    return RestResponse.ok(desk.redeliver(code, id));
  }
}
