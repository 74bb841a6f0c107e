package org.bihuan.inspection.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.recheck.PlanningDesk;
import org.bihuan.inspection.sampling.LotSettlement;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what dispatch did. */
@ApplicationScoped
class DispatchListener implements EventListener {

  private final PlanningDesk planning;
  private final FindingDesk findings;
  private final LotSettlement lots;

  DispatchListener(PlanningDesk planning, FindingDesk findings, LotSettlement lots) {
    this.planning = planning;
    this.findings = findings;
    this.lots = lots;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.DISPATCH_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(DispatchEvent.ItemIssued.class, findings::follow);
    routes.on(DispatchEvent.ReplyAccepted.class, planning::plan);
    routes.on(DispatchEvent.ItemCorrected.class, planning::correct);
    routes.on(DispatchEvent.ItemCancelled.class, lots::cancel);
  }
}
