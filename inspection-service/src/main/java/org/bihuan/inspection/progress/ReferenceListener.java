package org.bihuan.inspection.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.ReferenceEvent;
import org.bihuan.inspection.reference.Categories;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** Keeps what the owners of reference data publish. */
@ApplicationScoped
class ReferenceListener implements EventListener {

  private final Categories categories;
  private final Subdistricts subdistricts;
  private final Units units;
  private final Districts districts;

  ReferenceListener(
      Categories categories, Subdistricts subdistricts, Units units, Districts districts) {
    this.categories = categories;
    this.subdistricts = subdistricts;
    this.units = units;
    this.districts = districts;
  }

  @Override
  public List<String> topics() {
    return List.of(
        EventCatalogue.REFERENCE_CATEGORIES,
        EventCatalogue.REFERENCE_SUBDISTRICTS,
        EventCatalogue.REFERENCE_UNITS,
        EventCatalogue.REFERENCE_DISTRICTS);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(ReferenceEvent.CategoryPublished.class, categories::keep);
    routes.on(ReferenceEvent.SubdistrictPublished.class, subdistricts::keep);
    routes.on(ReferenceEvent.UnitPublished.class, units::keep);
    routes.on(ReferenceEvent.DistrictPublished.class, districts::keep);
  }
}
