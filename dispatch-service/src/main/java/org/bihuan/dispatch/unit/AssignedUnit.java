package org.bihuan.dispatch.unit;

import jakarta.persistence.Embeddable;
import org.bihuan.contract.UnitName;

/**
 * A unit as it was called when something was given to it; a later renaming does not touch it.
 *
 * @param code stable code of the unit
 * @param name its name at that time
 */
@Embeddable
public record AssignedUnit(String code, String name) {

  static AssignedUnit of(Unit unit) {
    return new AssignedUnit(unit.code(), unit.name());
  }

  /** The same in the published language. */
  public UnitName published() {
    return new UnitName(code, name);
  }
}
