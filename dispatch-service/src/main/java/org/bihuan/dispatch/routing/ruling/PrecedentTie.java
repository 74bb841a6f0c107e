package org.bihuan.dispatch.routing.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.dispatch.unit.UnitTie;

/**
 * Precedents give like cases to a unit. Whether what was ruled about one unit holds for its
 * successor is for the special team to say: it withdraws the precedent first.
 */
@ApplicationScoped
class PrecedentTie implements UnitTie {

  private final Rulings rulings;

  PrecedentTie(Rulings rulings) {
    this.rulings = rulings;
  }

  @Override
  public String name() {
    return "precedents";
  }

  @Override
  public long count(String unitCode) {
    return rulings.countPrecedentsOf(unitCode);
  }
}
