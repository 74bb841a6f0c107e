package org.bihuan.intake.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.intake.webhook.ChannelAccess;
import org.bihuan.intake.webhook.WebhookDesk;
import org.bihuan.kit.delivery.Attempt;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;

/** Shows a channel what its webhooks were told and what came of it, and sends it again. */
@ApplicationScoped
@Transactional
public class DeliveryDesk {

  private final Deliveries deliveries;
  private final ChannelAccess access;
  private final WebhookDesk webhooks;
  private final CallBody body;
  private final Clock clock;

  DeliveryDesk(
      Deliveries deliveries,
      ChannelAccess access,
      WebhookDesk webhooks,
      CallBody body,
      Clock clock) {
    this.deliveries = deliveries;
    this.access = access;
    this.webhooks = webhooks;
    this.body = body;
    this.clock = clock;
  }

  Page<ChannelDeliveryLine> page(String channelCode, ChannelDeliveryFilter filter) {
    access.toManage(channelCode);
    Page<Delivery> page = deliveries.page(filter.criteria(channelCode), filter);
    Map<UUID, List<Attempt>> logs =
        deliveries.queue().attemptsOf(page.items().stream().map(Delivery::id).toList());
    return page.map(
        delivery -> ChannelDeliveryLine.of(delivery, logs.getOrDefault(delivery.id(), List.of())));
  }

  ChannelDeliveryView read(String channelCode, UUID id) {
    access.toManage(channelCode);
    return deliveries
        .ofChannel(channelCode, id)
        .map(this::view)
        .orElseThrow(() -> new NotFound("delivery-not-found"));
  }

  /** Puts into the queue what was over, under its old id. */
  ChannelDeliveryView redeliver(String channelCode, UUID id) {
    access.toManage(channelCode);
    Delivery delivery =
        deliveries
            .heldOfChannel(channelCode, id)
            .orElseThrow(() -> new NotFound("delivery-not-found"));
    refuseInactive(channelCode, delivery.webhookId());
    delivery.again(clock.instant());
    return view(delivery);
  }

  /** Puts a call into the queue that only tries the webhook. */
  ChannelDeliveryView test(String channelCode, UUID webhookId) {
    refuseInactive(channelCode, webhookId);
    Delivery ping = Delivery.ping(channelCode, webhookId, clock.instant());
    deliveries.persist(ping);
    return view(ping);
  }

  private void refuseInactive(String channelCode, UUID webhookId) {
    if (!webhooks.read(channelCode, webhookId).active()) {
      throw new Conflict("webhook-not-active");
    }
  }

  private ChannelDeliveryView view(Delivery delivery) {
    List<Attempt> log = deliveries.queue().attemptsOf(delivery.id());
    return new ChannelDeliveryView(ChannelDeliveryLine.of(delivery, log), body.of(delivery), log);
  }
}
