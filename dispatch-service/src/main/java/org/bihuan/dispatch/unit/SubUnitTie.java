package org.bihuan.dispatch.unit;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.kit.outbox.Outbox;

/** Active units belong to one that is active. */
@ApplicationScoped
class SubUnitTie implements UnitTie {

  private final Units units;
  private final Outbox outbox;

  SubUnitTie(Units units, Outbox outbox) {
    this.units = units;
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "subUnits";
  }

  @Override
  public long count(String unitCode) {
    return units.count("parentCode = ?1 and active", unitCode);
  }

  @Override
  public void handOver(String unitCode, AssignedUnit successor) {
    for (Unit unit : units.list("parentCode = ?1 and active", unitCode)) {
      if (unit.code().equals(successor.code())) {
        // It comes to stand where the closed one stood.
        unit.moveUnder(units.ofCode(unitCode).map(Unit::parentCode).orElse(null));
      } else {
        unit.moveUnder(successor.code());
      }
      outbox.announce(unit.published());
    }
  }
}
