package org.bihuan.inspection.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.MeetingEvent;
import org.bihuan.inspection.assessment.fact.ItemFactDesk;
import org.bihuan.inspection.card.CardDesk;
import org.bihuan.inspection.item.ItemDesk;
import org.bihuan.inspection.recheck.PlanningDesk;
import org.bihuan.inspection.sampling.LotSettlement;
import org.bihuan.inspection.tally.TallyDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what dispatch did. */
@ApplicationScoped
class DispatchListener implements EventListener {

  private final PlanningDesk planning;
  private final ItemDesk items;
  private final LotSettlement lots;
  private final CardDesk cards;
  private final TallyDesk tallies;
  private final ItemFactDesk assessed;

  DispatchListener(
      PlanningDesk planning,
      ItemDesk items,
      LotSettlement lots,
      CardDesk cards,
      TallyDesk tallies,
      ItemFactDesk assessed) {
    this.planning = planning;
    this.items = items;
    this.lots = lots;
    this.cards = cards;
    this.tallies = tallies;
    this.assessed = assessed;
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
    routes.on(DispatchEvent.ItemCancelled.class, lots::cancel);
    routes.on(DispatchEvent.ItemIssued.class, tallies::follow);
    routes.on(DispatchEvent.ItemCancelled.class, tallies::follow);
    routes.on(MeetingEvent.MeetingHeld.class, tallies::follow);
    routes.on(DispatchEvent.ItemIssued.class, assessed::follow);
    routes.on(DispatchEvent.ItemReplied.class, assessed::follow);
    routes.on(DispatchEvent.ReplyAccepted.class, assessed::follow);
    routes.on(DispatchEvent.ReplyReturned.class, assessed::follow);
    routes.on(DispatchEvent.ItemReturnRequested.class, assessed::follow);
    routes.on(DispatchEvent.ItemReturnDecided.class, assessed::follow);
    routes.on(DispatchEvent.ItemExtensionDecided.class, assessed::follow);
    routes.on(DispatchEvent.ItemPlanDateSet.class, assessed::follow);
    routes.on(DispatchEvent.ItemPlanFiled.class, assessed::follow);
    routes.on(DispatchEvent.ItemSuspended.class, assessed::follow);
    routes.on(DispatchEvent.ItemResumed.class, assessed::follow);
    routes.on(DispatchEvent.ReworkOrdered.class, assessed::follow);
    routes.on(DispatchEvent.ItemCancelled.class, assessed::follow);
  }
}
