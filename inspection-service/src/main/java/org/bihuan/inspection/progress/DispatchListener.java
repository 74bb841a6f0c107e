package org.bihuan.inspection.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.inspection.finding.FindingDesk;
import org.bihuan.inspection.recheck.RecheckDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What follows here from what dispatch did. */
@ApplicationScoped
class DispatchListener implements EventListener {

  private final RecheckDesk rechecks;
  private final FindingDesk findings;

  DispatchListener(RecheckDesk rechecks, FindingDesk findings) {
    this.rechecks = rechecks;
    this.findings = findings;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.DISPATCH_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(DispatchEvent.ItemIssued.class, findings::follow);
    routes.on(DispatchEvent.ReplyAccepted.class, rechecks::plan);
    routes.on(DispatchEvent.ItemCorrected.class, rechecks::correct);
    routes.on(DispatchEvent.ItemCancelled.class, rechecks::cancel);
  }
}
