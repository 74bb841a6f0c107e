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
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.OrderView.DraftLineView;
import org.bihuan.dispatch.order.OrderView.DraftView;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Shows orders as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class OrderReading {

  private final Orders orders;
  private final OrderItems items;
  private final ItemAccess access;
  private final ItemReading itemReading;
  private final Caller caller;
  private final IfMatch ifMatch;

  OrderReading(
      Orders orders,
      OrderItems items,
      ItemAccess access,
      ItemReading itemReading,
      Caller caller,
      IfMatch ifMatch) {
    this.orders = orders;
    this.items = items;
    this.access = access;
    this.itemReading = itemReading;
    this.caller = caller;
    this.ifMatch = ifMatch;
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
    SupervisionOrder order = orders.visible(id, access.visibleOrders()).orElseThrow(this::missing);
    List<OrderItemView> views = itemReading.lines(items.ofOrder(id, access.visibleItems()));
    return view(
        order,
        orders.itemStates(List.of(id)),
        items.counts(List.of(id), access.visibleItems()),
        views);
  }

  /**
   * The order {@code id}, to act on as a whole. It is held until the end of the transaction.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  public SupervisionOrder toActOn(UUID id) {
    SupervisionOrder order = held(id);
    ifMatch.check(order.version());
    return order;
  }

  /**
   * The same for what is to be overwritten.
   *
   * @throws org.bihuan.kit.refusal.PreconditionRequired when the caller names no version
   */
  SupervisionOrder toReplace(UUID id) {
    SupervisionOrder order = held(id);
    ifMatch.require(order.version());
    return order;
  }

  private SupervisionOrder held(UUID id) {
    return orders.held(id, access.visibleOrders()).orElseThrow(this::missing);
  }

  private NotFound missing() {
    return new NotFound("order-not-found");
  }

  /** Where an order is now. */
  public OrderStatus status(SupervisionOrder order) {
    List<UUID> ids = List.of(order.id());
    return OrderStatus.of(order, orders.itemStates(ids).getOrDefault(order.id(), List.of()));
  }

  /** The status is the order's, whoever asks; numbers are of what the caller can list. */
  private OrderView view(
      SupervisionOrder order,
      Map<UUID, List<ItemStatus>> states,
      Map<UUID, Map<ItemStatus, Long>> counts,
      List<OrderItemView> views) {
    OrderStatus status = OrderStatus.of(order, states.getOrDefault(order.id(), List.of()));
    return OrderView.of(
        order,
        status,
        caller.allowed(OrderAction.allowed(status)).stream().sorted().toList(),
        counts.getOrDefault(order.id(), Map.of()),
        views,
        views != null && order.isDraft() ? draft(order) : null);
  }

  private DraftView draft(SupervisionOrder order) {
    List<UUID> problems = order.draftLines().stream().map(DraftLine::problemId).toList();
    Map<UUID, OrderItem> found = items.newestOf(problems);
    return new DraftView(
        order.draftJointUnits().stream().map(AssignedUnit::published).toList(),
        order.draftLines().stream()
            .map(line -> DraftLineView.of(line, found.get(line.problemId())))
            .toList());
  }
}
