package org.bihuan.dispatch.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.order.OrderReading;
import org.bihuan.dispatch.order.OrderView;
import org.bihuan.kit.privacy.CallersView;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.paper.Paper;

/** Makes papers of what the caller may see at this moment. */
@ApplicationScoped
@Transactional
public class PaperDesk {

  private final OrderReading orders;
  private final ItemReading items;
  private final CallersView callersView;
  private final PaperNames names;
  private final Letterhead letterhead;

  PaperDesk(
      OrderReading orders,
      ItemReading items,
      CallersView callersView,
      PaperNames names,
      Letterhead letterhead) {
    this.orders = orders;
    this.items = items;
    this.callersView = callersView;
    this.names = names;
    this.letterhead = letterhead;
  }

  /**
   * The paper of an order.
   *
   * @throws Conflict {@code order-not-issued} for a draft, which has no number to be found under
   */
  Paper order(UUID id) {
    OrderView order = callersView.of(orders.read(id), OrderView.class);
    if (order.serial() == null) {
      throw new Conflict("order-not-issued");
    }
    return OrderPaper.of(order, letterhead, names);
  }

  /**
   * The reply form of an item.
   *
   * @throws Conflict {@code item-on-no-order} while nobody is asked to reply
   */
  Paper reply(UUID itemId) {
    OrderItemView item = callersView.of(items.read(itemId), OrderItemView.class);
    if (item.leadUnit() == null) {
      throw new Conflict("item-on-no-order");
    }
    return ReplyPaper.of(item, letterhead, names);
  }
}
