package org.bihuan.dispatch.item;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.dispatch.unit.UnitTie;

/**
 * An open item is answered for by the units that it was given to. It ends, or the special team
 * gives it to another; it never changes hands because a register was edited.
 */
@ApplicationScoped
class ItemTie implements UnitTie {

  private final OrderItems items;

  ItemTie(OrderItems items) {
    this.items = items;
  }

  @Override
  public String name() {
    return "openItems";
  }

  @Override
  public long count(String unitCode) {
    return items.countOpenOf(unitCode);
  }
}
