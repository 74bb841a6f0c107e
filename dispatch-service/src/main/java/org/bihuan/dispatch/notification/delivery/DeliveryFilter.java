package org.bihuan.dispatch.notification.delivery;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.delivery.DeliveryStatus;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deliveries are asked for. */
public class DeliveryFilter extends PageRequest {

  @Parameter(description = "Only on this channel; repeat it for more than one")
  @QueryParam("channel")
  List<Channel> channel;

  @Parameter(description = "Only in this state; repeat it for more than one")
  @QueryParam("status")
  List<DeliveryStatus> status;

  @Parameter(description = "Only to this webhook")
  @QueryParam("webhookId")
  UUID webhookId;

  Criteria criteria() {
    return new Criteria()
        .where(Deliveries.NOT_OF_A_REMOVED_WEBHOOK)
        .in("channel", channel)
        .in("status", status)
        .equal("webhookId", webhookId);
  }
}
