package org.bihuan.inspection.inspection.trip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.Participant;
import org.bihuan.inspection.reference.Districts;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** What the plan of an inspection names: sub-districts, units, and the bounds its stops lie in. */
@ApplicationScoped
public class TripReferences {

  private final Subdistricts subdistricts;
  private final Districts districts;
  private final Units units;

  TripReferences(Subdistricts subdistricts, Districts districts, Units units) {
    this.subdistricts = subdistricts;
    this.districts = districts;
    this.units = units;
  }

  /**
   * The trip with its units by their codes and its stops on the map.
   *
   * @throws Invalid {@code unknown-subdistrict} for a stop: a finding there could not be filed as a
   *     problem; and what {@link Inspector#resolved} and {@link Participant#resolved} refuse
   */
  public Trip resolved(PlannedTrip planned) {
    refuseUnknownSubdistricts(planned.stops());
    List<Bounds> bounds = districts.bounds();
    return new Trip(
        new Aim(
            planned.focus(), planned.focusSource(), planned.purpose(), planned.roundtablePlanned()),
        Inspector.resolved(planned.inspectors(), units),
        Participant.resolved(planned.accompaniedBy(), "accompaniedBy", units),
        planned.stops().stream().map(stop -> Stop.of(stop, bounds)).toList());
  }

  private void refuseUnknownSubdistricts(List<NewStop> stops) {
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
