package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.order.serial.Serials;

/** Enters orders under their serial numbers. */
@ApplicationScoped
class OrderRegister {

  private final Orders orders;
  private final Serials serials;
  private final Clock clock;

  OrderRegister(Orders orders, Serials serials, Clock clock) {
    this.orders = orders;
    this.serials = serials;
    this.clock = clock;
  }

  /** This moment, at which an order is issued and the limits of its items begin. */
  Instant moment() {
    return clock.instant();
  }

  /**
   * Issues an order at {@code moment}.
   *
   * @param by opaque subject of who issues it, or the rule that does
   */
  SupervisionOrder open(Head head, Instant moment, String by) {
    SupervisionOrder order = SupervisionOrder.issue(head, serials.next(moment), moment, by);
    orders.persist(order);
    return order;
  }
}
