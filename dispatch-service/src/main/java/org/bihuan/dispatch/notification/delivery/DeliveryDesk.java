package org.bihuan.dispatch.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;

/** Shows what leaves the system and what came of it. */
@ApplicationScoped
@Transactional
public class DeliveryDesk {

  private final Deliveries deliveries;

  DeliveryDesk(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  Page<DeliveryLine> page(DeliveryFilter filter) {
    return deliveries.page(filter.criteria(), filter).map(DeliveryLine::of);
  }

  DeliveryView read(UUID id) {
    Delivery delivery = deliveries.shown(id).orElseThrow(() -> new NotFound("delivery-not-found"));
    return DeliveryView.of(delivery, deliveries.queue().attemptsOf(id));
  }
}
