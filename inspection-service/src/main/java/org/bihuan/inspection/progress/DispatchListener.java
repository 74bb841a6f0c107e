package org.bihuan.inspection.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.MeetingEvent;
import org.bihuan.inspection.card.CardDesk;
import org.bihuan.inspection.item.ItemDesk;
import org.bihuan.inspection.recheck.PlanningDesk;
import org.bihuan.inspection.tally.TallyDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what dispatch did. */
@ApplicationScoped
class DispatchListener implements EventListener {

  private final PlanningDesk planning;
  private final ItemDesk items;
  private final CardDesk cards;
  private final TallyDesk tallies;

  DispatchListener(PlanningDesk planning, ItemDesk items, CardDesk cards, TallyDesk tallies) {
    this.planning = planning;
    this.items = items;
    this.cards = cards;
    this.tallies = tallies;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.DISPATCH_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(DispatchEvent.ItemIssued.class, items::follow);
    routes.on(DispatchEvent.ItemOverdue.class, cards::overdue);
    routes.on(DispatchEvent.ReplyAccepted.class, planning::plan);
    routes.on(DispatchEvent.ItemCorrected.class, planning::correct);
    routes.on(DispatchEvent.ItemCancelled.class, items::cancel);
    routes.on(MeetingEvent.MeetingHeld.class, tallies::follow);
  }
}
