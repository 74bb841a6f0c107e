package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.handling.OrderItemView.DifficultyView;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.task.ItemTasks;

/** Shows items as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class ItemReading {

  private final OrderItems items;
  private final Replies replies;
  private final ItemTasks tasks;
  private final DifficultyReading difficulties;
  private final ItemAccess access;
  private final Clock clock;

  ItemReading(
      OrderItems items,
      Replies replies,
      ItemTasks tasks,
      DifficultyReading difficulties,
      ItemAccess access,
      Clock clock) {
    this.items = items;
    this.replies = replies;
    this.tasks = tasks;
    this.difficulties = difficulties;
    this.access = access;
    this.clock = clock;
  }

  /** The item {@code id}, when it is within the caller's sight. */
  public OrderItemView read(UUID id) {
    return full(access.visible(id));
  }

  /**
   * One item with its replies and the meetings about it, after everything the running transaction
   * did to it.
   */
  public OrderItemView full(OrderItem item) {
    items.flush();
    List<ReplyView> views = replies.of(item.id()).stream().map(ReplyView::of).toList();
    return view(item, tasks.openUnits(List.of(item)), difficulties.full(item), views);
  }

  /** Items as those of a list, without their replies and the meetings about them. */
  public List<OrderItemView> lines(List<OrderItem> listed) {
    Map<UUID, List<UnitName>> open = tasks.openUnits(listed);
    return listed.stream().map(item -> line(item, open)).toList();
  }

  private OrderItemView line(OrderItem item, Map<UUID, List<UnitName>> open) {
    return view(item, open, difficulties.line(item), null);
  }

  private OrderItemView view(
      OrderItem item,
      Map<UUID, List<UnitName>> open,
      DifficultyView difficulty,
      List<ReplyView> replyViews) {
    Instant now = clock.instant();
    List<UnitName> openUnits = open.getOrDefault(item.id(), List.of());
    // Nobody is offered what the open tasks of others would refuse.
    List<ItemAction> allowed =
        access.allowedActions(item, now).stream()
            .filter(action -> action != ItemAction.REPLY || openUnits.isEmpty())
            .toList();
    return OrderItemView.of(
        item, item.timeLimit().read(now), openUnits, allowed, difficulty, replyViews);
  }
}
