package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.decision.Decisions;
import org.bihuan.dispatch.decision.NamedLeader;
import org.bihuan.dispatch.handling.OrderItemView.DifficultyView;
import org.bihuan.dispatch.handling.OrderItemView.MeetingOfItem;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.meeting.Meetings;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.kit.paging.Page;

/** Shows items as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class ItemReading {

  private final OrderItems items;
  private final Replies replies;
  private final Meetings meetings;
  private final Decisions decisions;
  private final ItemAccess access;
  private final Clock clock;

  ItemReading(
      OrderItems items,
      Replies replies,
      Meetings meetings,
      Decisions decisions,
      ItemAccess access,
      Clock clock) {
    this.items = items;
    this.replies = replies;
    this.meetings = meetings;
    this.decisions = decisions;
    this.access = access;
    this.clock = clock;
  }

  Page<OrderItemView> page(OrderItemFilter filter) {
    return items
        .page(filter.narrow(access.visibleItems(), clock.instant()), filter)
        .map(this::line);
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
    return view(item, difficulty(item), replies.of(item.id()).stream().map(ReplyView::of).toList());
  }

  /** An item as one of a list, without its replies and the meetings about it. */
  public OrderItemView line(OrderItem item) {
    DifficultyView difficulty =
        item.difficulty() == null ? null : DifficultyView.of(item.difficulty(), null, null);
    return view(item, difficulty, null);
  }

  private DifficultyView difficulty(OrderItem item) {
    return item.difficulty() == null
        ? null
        : DifficultyView.of(
            item.difficulty(),
            meetings.about(item.id()).stream().map(MeetingOfItem::of).toList(),
            decisions
                .submissionOf(item.id())
                .map(made -> made.heads().stream().map(NamedLeader::shown).toList())
                .orElse(List.of()));
  }

  private OrderItemView view(
      OrderItem item, DifficultyView difficulty, List<ReplyView> replyViews) {
    Instant now = clock.instant();
    return OrderItemView.of(
        item, item.timeLimit().read(now), access.allowedActions(item, now), difficulty, replyViews);
  }
}
