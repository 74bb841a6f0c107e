package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Plans inspections, calls them off and shows them. */
@ApplicationScoped
@Transactional
class InspectionDesk {

  private final InspectionAccess access;
  private final Inspections inspections;
  private final Subdistricts subdistricts;
  private final Districts districts;
  private final Units units;
  private final Clock clock;

  InspectionDesk(
      InspectionAccess access,
      Inspections inspections,
      Subdistricts subdistricts,
      Districts districts,
      Units units,
      Clock clock) {
    this.access = access;
    this.inspections = inspections;
    this.subdistricts = subdistricts;
    this.districts = districts;
    this.units = units;
    this.clock = clock;
  }

  Inspection plan(NewInspection planned) {
    String line = access.lineToPlan(planned);
    refuseUnknownSubdistricts(planned.stops());
    NewInspection resolved =
        planned.withInspectors(Inspector.resolved(planned.inspectors(), units));
    Inspection inspection =
        Inspection.plan(
            resolved, line, districts.bounds(), access.actor(planned.tier()), clock.instant());
    inspections.persistAndFlush(inspection);
    return inspection;
  }

  Inspection cancel(UUID id, String reason) {
    Inspection inspection = access.toActOn(id);
    inspection.cancel(reason);
    inspections.flush();
    return inspection;
  }

  Inspection read(UUID id) {
    return access.visible(id);
  }

  Page<Inspection> page(InspectionFilter filter) {
    return inspections.page(filter.narrow(access.criteria()), filter);
  }

  /** A finding in a sub-district nobody knows could not be filed as a problem. */
  private void refuseUnknownSubdistricts(List<NewInspection.NewStop> stops) {
    Set<String> known = subdistricts.codes();
    List<FieldError> faults =
        IntStream.range(0, stops.size())
            .filter(index -> !known.contains(stops.get(index).subdistrictCode()))
            .mapToObj(
                index ->
                    new FieldError("stops[" + index + "].subdistrictCode", "unknown-subdistrict"))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
