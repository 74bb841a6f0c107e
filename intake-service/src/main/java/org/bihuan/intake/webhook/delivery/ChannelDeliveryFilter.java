package org.bihuan.intake.webhook.delivery;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.webhook.ChannelEvent;
import org.bihuan.kit.delivery.DeliveryStatus;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which calls of a channel's webhooks are asked for. */
public class ChannelDeliveryFilter extends PageRequest {

  @Parameter(description = "Only to this webhook")
  @QueryParam("webhookId")
  UUID webhookId;

  @Parameter(description = "Only in this state; repeat it for more than one")
  @QueryParam("status")
  List<DeliveryStatus> status;

  @Parameter(description = "Only of this event; repeat it for more than one")
  @QueryParam("event")
  List<ChannelEvent> event;

  @Parameter(description = "Only those that took their place in the queue at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those that took their place in the queue before this moment")
  @QueryParam("to")
  Instant to;

  Criteria criteria(String channel) {
    return new Criteria()
        .equal("channel", channel)
        .equal("webhookId", webhookId)
        .in("status", status)
        .in("kind", event == null ? null : event.stream().map(Enum::name).toList())
        .from("createdAt", from)
        .before("createdAt", to);
  }
}
