package org.bihuan.inspection.writeoff;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Which lines of the journal the caller may see: a unit those it was involved in, a sub-district
 * those of its area.
 */
@ApplicationScoped
class WriteOffAccess {

  private final Caller caller;

  WriteOffAccess(Caller caller) {
    this.caller = caller;
  }

  /** The condition that a line {@code e} is within sight. */
  Criteria criteria() {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return criteria;
    }
    return Oversight.isUnit(caller)
        ? criteria.where(
            "array_contains(e.recheck.fixing.involvedUnitCodes, %s)", Oversight.unit(caller))
        : criteria.where("e.recheck.site.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
  }
}
