package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.OrderCheck.Content;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.kit.paging.Criteria;

/** Issues the orders of the special team and calls them off. */
@ApplicationScoped
@Transactional
public class OrderDesk {

  private final OrderCheck check;
  private final OrderRegister register;
  private final OrderReading reading;
  private final OrderItems items;
  private final ItemAccess access;
  private final ItemJournal journal;

  OrderDesk(
      OrderCheck check,
      OrderRegister register,
      OrderReading reading,
      OrderItems items,
      ItemAccess access,
      ItemJournal journal) {
    this.check = check;
    this.register = register;
    this.reading = reading;
    this.items = items;
    this.access = access;
    this.journal = journal;
  }

  /** Issues an order with all its items, or none of it. */
  UUID create(NewOrder wanted) {
    items.newestHeldOf(wanted.problemIds());
    Instant moment = register.moment();
    Content content = check.read(wanted, moment);
    SupervisionOrder order = register.open(content.head(), moment, access.actor().subject());
    Why why = Why.byHand(access.actor());
    content
        .lines()
        .forEach(line -> register.put(order, content.itemOf(line), line, content.joint(), why));
    return order.id();
  }

  /**
   * Calls off an order and whatever of it has not ended. Its number stays with it.
   *
   * @throws org.bihuan.kit.lifecycle.IllegalTransition when it is a draft or over
   */
  void cancel(UUID id, String reason) {
    SupervisionOrder order = reading.toActOn(id);
    OrderAction.CANCEL.check(reading.status(order));
    Instant now = register.moment();
    order.cancel(reason, now, access.actor());
    List<UUID> ids =
        items.ofOrder(id, new Criteria()).stream().map(OrderItem::id).sorted().toList();
    for (UUID itemId : ids) {
      cancel(access.toActOnPartOf(itemId), order, now);
    }
  }

  /** What went over to another order until it was held is that one's. */
  private void cancel(OrderItem item, SupervisionOrder order, Instant now) {
    if (order.id().equals(item.assignment().orderId()) && !item.isEnded()) {
      journal.cancelled(item, item.cancel(order.cancelReason(), now, access.actor()));
    }
  }
}
