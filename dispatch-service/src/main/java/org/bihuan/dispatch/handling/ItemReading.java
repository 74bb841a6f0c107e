package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.task.ItemTasks;
import org.bihuan.kit.paging.Page;

/** Shows items as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class ItemReading {

  private final OrderItems items;
  private final Replies replies;
  private final ItemTasks tasks;
  private final ItemAccess access;
  private final Clock clock;

  ItemReading(OrderItems items, Replies replies, ItemTasks tasks, ItemAccess access, Clock clock) {
    this.items = items;
    this.replies = replies;
    this.tasks = tasks;
    this.access = access;
    this.clock = clock;
  }

  Page<OrderItemView> page(OrderItemFilter filter) {
    Page<OrderItem> page =
        items.page(filter.narrow(access.visibleItems(), clock.instant()), filter);
    Map<UUID, List<UnitName>> open = tasks.openUnits(page.items());
    return page.map(item -> view(item, open, null));
  }

  /** The item {@code id}, when it is within the caller's sight. */
  public OrderItemView read(UUID id) {
    return full(access.visible(id));
  }

  /** One item with its replies, after everything the running transaction did to it. */
  public OrderItemView full(OrderItem item) {
    items.flush();
    List<ReplyView> views = replies.of(item.id()).stream().map(ReplyView::of).toList();
    return view(item, tasks.openUnits(List.of(item)), views);
  }

  /** Items as those of a list, without their replies. */
  public List<OrderItemView> lines(List<OrderItem> listed) {
    Map<UUID, List<UnitName>> open = tasks.openUnits(listed);
    return listed.stream().map(item -> view(item, open, null)).toList();
  }

  private OrderItemView view(
      OrderItem item, Map<UUID, List<UnitName>> open, List<ReplyView> replyViews) {
    Instant now = clock.instant();
    List<UnitName> openUnits = open.getOrDefault(item.id(), List.of());
    // Nobody is offered what the open tasks of others would refuse.
    List<ItemAction> allowed =
        access.allowedActions(item, now).stream()
            .filter(action -> action != ItemAction.REPLY || openUnits.isEmpty())
            .toList();
    return OrderItemView.of(item, item.timeLimit().read(now), openUnits, allowed, replyViews);
  }
}
