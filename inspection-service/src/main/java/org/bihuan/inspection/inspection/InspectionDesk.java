package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.contract.Bound;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Role;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Plans inspections, and calls them off. */
@ApplicationScoped
@Transactional
class InspectionDesk {

  private final Inspections inspections;
  private final Subdistricts subdistricts;
  private final Districts districts;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  InspectionDesk(
      Inspections inspections,
      Subdistricts subdistricts,
      Districts districts,
      Caller caller,
      IfMatch ifMatch,
      Clock clock) {
    this.inspections = inspections;
    this.subdistricts = subdistricts;
    this.districts = districts;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  InspectionView plan(NewInspection planned) {
    if (!InspectionPolicy.mayPlan(planned.tier(), caller.roles())) {
      throw new Forbidden("not-your-inspection", planned.tier().name());
    }
    refuseUnknownSubdistricts(planned.stops());
    Inspection inspection =
        Inspection.plan(
            planned, lineOf(planned), districts.bounds(), caller.actor(), clock.instant());
    inspections.persistAndFlush(inspection);
    return InspectionView.of(inspection, List.of(), caller);
  }

  InspectionView cancel(UUID id, String reason) {
    Inspection inspection = inspections.ledBy(id, caller);
    ifMatch.check(inspection.version());
    inspection.cancel(reason);
    inspections.flush();
    return InspectionView.of(inspection, List.of(), caller);
  }

  /** A line leader plans on a line of its own, and need not name it when there is only one. */
  private String lineOf(NewInspection planned) {
    String named = planned.lineCode();
    if (planned.tier() != InspectionTier.LINE) {
      if (named != null) {
        throw new Invalid("lineCode", "line-of-other-tier");
      }
      return null;
    }
    if (caller.hasAnyRole(Role.COMMITTEE_INSPECTOR)) {
      return named;
    }
    Set<String> own = caller.bound(Bound.LINE);
    if (named == null && own.size() > 1) {
      throw new Invalid("lineCode", "required");
    }
    if (named != null && !own.contains(named)) {
      throw new Forbidden("not-your-line", named);
    }
    return named == null ? own.iterator().next() : named;
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
