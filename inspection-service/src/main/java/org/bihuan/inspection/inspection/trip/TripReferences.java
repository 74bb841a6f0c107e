package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What the plan of an inspection names: sub-districts, units, and the bounds its stops lie in. */
@ApplicationScoped
class InspectionReferences {

  private final Subdistricts subdistricts;
  private final Districts districts;
  private final Units units;

  InspectionReferences(Subdistricts subdistricts, Districts districts, Units units) {
    this.subdistricts = subdistricts;
    this.districts = districts;
    this.units = units;
  }

  /**
   * The plan with the units of its inspectors by their codes.
   *
   * @throws Invalid {@code unknown-subdistrict} for a stop: a finding there could not be filed as a
   *     problem; and what {@link Inspector#resolved} refuses
   */
  NewInspection resolved(NewInspection planned) {
    refuseUnknownSubdistricts(planned.stops());
    return planned.withInspectors(Inspector.resolved(planned.inspectors(), units));
  }

  List<Bounds> bounds() {
    return districts.bounds();
  }

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
