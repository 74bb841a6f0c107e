package org.bihuan.dispatch.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.dispatch.handling.ItemDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What inspection-service tells. */
@ApplicationScoped
class InspectionListener implements EventListener {

  private final ItemDesk desk;

  InspectionListener(ItemDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.INSPECTION_EVENTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(RecheckFailed.class, desk::failRecheck);
    routes.on(ProblemWrittenOff.class, desk::writeOff);
  }
}
