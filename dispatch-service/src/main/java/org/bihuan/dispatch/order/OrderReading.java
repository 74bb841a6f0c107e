package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemStatus;
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
    List<UUID> ids = page.items().stream().map(SupervisionOrder::id).toList();
    if (ids.isEmpty()) {
      return page.map(order -> view(order, Map.of(), Map.of(), null));
    }
    Map<UUID, List<ItemStatus>> states = orders.itemStates(ids);
    Map<UUID, Map<ItemStatus, Long>> counts = items.counts(ids, access.visibleItems());
    return page.map(order -> view(order, states, counts, null));
  }

  /** The order {@code id}, when it is within the caller's sight, with its items that are. */
  public OrderView read(UUID id) {
    SupervisionOrder order =
        orders
            .visible(id, access.visibleOrders())
            .orElseThrow(() -> new NotFound("order-not-found"));
    List<OrderItemView> views = itemReading.lines(items.ofOrder(id, access.visibleItems()));
    return view(
        order,
        orders.itemStates(List.of(id)),
        items.counts(List.of(id), access.visibleItems()),
        views);
  }

  /** The status is the order's, whoever asks; numbers are of what the caller can list. */
  private static OrderView view(
      SupervisionOrder order,
      Map<UUID, List<ItemStatus>> states,
      Map<UUID, Map<ItemStatus, Long>> counts,
      List<OrderItemView> items) {
    return OrderView.of(
        order,
        OrderStatus.of(states.getOrDefault(order.id(), List.of())),
        counts.getOrDefault(order.id(), Map.of()),
        items);
  }
}
