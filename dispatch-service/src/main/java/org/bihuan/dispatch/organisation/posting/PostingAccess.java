package org.bihuan.dispatch.organisation.posting;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Which postings, and so which names, the caller may read: the team, the administrator and the
 * leaders all, a unit those of its own cadres and of the units below it, a sub-district those of
 * whom is posted to it.
 */
@ApplicationScoped
class PostingAccess {

  private final UnitDirectory units;
  private final Caller caller;

  PostingAccess(UnitDirectory units, Caller caller) {
    this.units = units;
    this.caller = caller;
  }

  /** The condition that a posting {@code e} is within sight. */
  Criteria visible() {
    if (caller.hasAnyRole(Role.SPECIAL_TEAM, Role.ADMIN, Role.TOP_LEADER, Role.LINE_LEADER)) {
      return new Criteria();
    }
    AnyOf ways = new AnyOf();
    if (caller.hasAnyRole(Role.UNIT_HANDLER, Role.UNIT_LEADER)) {
      ways.or("e.unit.code in %s", units.withUnitsBelow(caller.bound(Bound.UNIT)));
    }
    if (caller.hasAnyRole(Role.SUBDISTRICT)) {
      ways.or("e.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
    }
    return ways.criteria();
  }
}
