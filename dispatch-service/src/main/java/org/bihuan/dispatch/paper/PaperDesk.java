package org.bihuan.dispatch.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.order.OrderReading;
import org.bihuan.dispatch.order.OrderView;
import org.bihuan.dispatch.reply.demand.StandingDemandView;
import org.bihuan.dispatch.reply.demand.StandingDemands;
import org.bihuan.kit.privacy.CallersView;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.paper.Paper;

/** Makes papers of orders of what the caller may see at this moment. */
@ApplicationScoped
@Transactional
public class PaperDesk {

  private final OrderReading orders;
  private final StandingDemands standing;
  private final CallersView callersView;
  private final PaperNames names;
  private final Letterhead letterhead;

  PaperDesk(
      OrderReading orders,
      StandingDemands standing,
      CallersView callersView,
      PaperNames names,
      Letterhead letterhead) {
    this.orders = orders;
    this.standing = standing;
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
    OrderView order = orders.read(id);
    if (order.serial() == null) {
      throw new Conflict("order-not-issued");
    }
    Map<UUID, List<String>> demands =
        order.items().stream().collect(Collectors.toMap(OrderItemView::id, this::demandsAtPlaceOf));
    return OrderPaper.of(callersView.of(order, OrderView.class), demands, letterhead, names);
  }

  /** What was demanded there for good before: whoever gets an order is told. */
  private List<String> demandsAtPlaceOf(OrderItemView item) {
    return standing.viewsAt(item.place()).stream()
        .filter(demand -> !demand.itemId().equals(item.id()))
        .map(demand -> callersView.of(demand, StandingDemandView.class).text())
        .toList();
  }
}
