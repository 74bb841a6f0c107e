package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.kit.paging.Page;

/** Shows items as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class ItemReading {

  private final OrderItems items;
  private final Replies replies;
  private final ItemAccess access;
  private final Clock clock;

  ItemReading(OrderItems items, Replies replies, ItemAccess access, Clock clock) {
    this.items = items;
    this.replies = replies;
    this.access = access;
    this.clock = clock;
  }

  Page<OrderItemView> page(OrderItemFilter filter) {
    return items
        .page(filter.narrow(access.visibleItems(), access, clock.instant()), filter)
        .map(this::line);
  }

  /** The item {@code id}, when it is within the caller's sight. */
  public OrderItemView read(UUID id) {
    return full(access.visible(id));
  }

  /** One item with its replies, after everything the running transaction did to it. */
  public OrderItemView full(OrderItem item) {
    items.flush();
    return view(item, replies.of(item.id()).stream().map(ReplyView::of).toList());
  }

  /** An item as one of a list, without its replies. */
  public OrderItemView line(OrderItem item) {
    return view(item, null);
  }

  private OrderItemView view(OrderItem item, List<ReplyView> replyViews) {
    return OrderItemView.of(
        item, item.timeLimit().read(clock.instant()), access.allowedActions(item), replyViews);
  }
}
