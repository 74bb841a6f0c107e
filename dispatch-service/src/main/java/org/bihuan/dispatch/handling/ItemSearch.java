package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.kit.paging.Page;

/** Finds the items a filter asks for, as far as the caller may see them. */
@ApplicationScoped
@Transactional
public class ItemSearch {

  private final OrderItems items;
  private final ItemAccess access;
  private final WaitingItems waiting;
  private final ItemReading reading;
  private final Clock clock;

  ItemSearch(
      OrderItems items, ItemAccess access, WaitingItems waiting, ItemReading reading, Clock clock) {
    this.items = items;
    this.access = access;
    this.waiting = waiting;
    this.reading = reading;
    this.clock = clock;
  }

  Page<OrderItemView> page(OrderItemFilter filter) {
    Page<OrderItem> page =
        items.page(filter.narrow(access.visibleItems(), waiting, clock.instant()), filter);
    return new Page<>(reading.lines(page.items()), page.nextCursor(), page.total());
  }
}
