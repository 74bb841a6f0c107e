package org.bihuan.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.ReferenceEvent;
import org.bihuan.intake.unit.Units;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** Keeps what the owners of reference data publish. */
@ApplicationScoped
class ReferenceListener implements EventListener {

  private final Units units;

  ReferenceListener(Units units) {
    this.units = units;
  }

  @Override
  public List<String> topics() {
    return List.of(EventCatalogue.REFERENCE_UNITS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(ReferenceEvent.UnitPublished.class, units::keep);
  }
}
