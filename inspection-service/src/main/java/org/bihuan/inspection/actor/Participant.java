package org.bihuan.inspection.actor;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/**
 * A unit that comes along on an inspection or to a round table, as it was called then.
 *
 * @param person who comes for the unit, or {@code null}
 */
@Embeddable
public record Participant(
    @Column(name = "unit_code") String unitCode,
    @Column(name = "unit_name") String unitName,
    @Column(name = "person") String person) {

  /**
   * The units that were named, by whatever name.
   *
   * @param field of the request that names them
   * @throws Invalid naming each unit that is not known, or named twice for the same person
   */
  public static List<Participant> resolved(List<NewParticipant> named, String field, Units units) {
    List<FieldError> faults = new ArrayList<>();
    List<Participant> resolved = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      String place = field + "[" + i + "].unitCode";
      UnitName unit = units.named(named.get(i).unitCode()).orElse(null);
      if (unit == null) {
        faults.add(new FieldError(place, units.fault()));
        continue;
      }
      Participant participant = new Participant(unit.code(), unit.name(), named.get(i).person());
      if (resolved.contains(participant)) {
        faults.add(new FieldError(place, "duplicate"));
      }
      resolved.add(participant);
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return resolved;
  }
}
