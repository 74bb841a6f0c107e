package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemReading;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.OrderItemView;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;

/** Shows orders as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class OrderReading {

  private final Orders orders;
  private final OrderItems items;
  private final ItemAccess access;
  private final ItemReading itemReading;

  OrderReading(Orders orders, OrderItems items, ItemAccess access, ItemReading itemReading) {
    this.orders = orders;
    this.items = items;
    this.access = access;
    this.itemReading = itemReading;
  }

  Page<OrderView> page(OrderFilter filter) {
    Page<SupervisionOrder> page = orders.page(filter.narrow(access.visibleOrders()), filter);
    Map<UUID, Map<ItemStatus, Long>> counts =
        orders.itemCounts(page.items().stream().map(SupervisionOrder::id).toList());
    return page.map(order -> OrderView.of(order, counts.getOrDefault(order.id(), Map.of()), null));
  }

  OrderView read(UUID id) {
    SupervisionOrder order =
        orders
            .visible(id, access.visibleOrders())
            .orElseThrow(() -> new NotFound("order-not-found"));
    List<OrderItemView> views =
        items.ofOrder(id, access.visibleItems()).stream().map(itemReading::line).toList();
    Map<ItemStatus, Long> counts = orders.itemCounts(List.of(id)).getOrDefault(id, Map.of());
    return OrderView.of(order, counts, views);
  }
}
