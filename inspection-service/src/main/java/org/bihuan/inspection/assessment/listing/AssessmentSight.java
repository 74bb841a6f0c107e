package org.bihuan.inspection.assessment.listing;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.kit.paging.AnyOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * What the caller may see of an assessment: who watches over the district all of it, a unit its own
 * entries, a sub-district those of its area.
 */
@ApplicationScoped
public class AssessmentSight {

  private final Caller caller;

  AssessmentSight(Caller caller) {
    this.caller = caller;
  }

  /** Whether the caller sees everything. */
  public boolean isWhole() {
    return Oversight.isHeldBy(caller);
  }

  /**
   * Whether the caller sees the figures of one that is assessed.
   *
   * @throws org.bihuan.kit.refusal.Forbidden {@code claim-missing} when the login does not say whom
   *     the caller speaks for
   */
  public boolean sees(Assessed assessed, String code) {
    if (isWhole()) {
      return true;
    }
    return assessed == Assessed.UNIT
        ? Oversight.isUnit(caller) && Oversight.unit(caller).equals(code)
        : caller.hasAnyRole(Role.SUBDISTRICT) && caller.bound(Bound.SUBDISTRICT).contains(code);
  }

  /**
   * Refuses who speaks for somebody that the login does not name.
   *
   * @throws org.bihuan.kit.refusal.Forbidden {@code claim-missing}
   */
  public void refuseUnnamed() {
    narrow(new Criteria(), "e.unit", "e.subdistrict");
  }

  /**
   * Narrows to the entries {@code e} within sight.
   *
   * @param unitPath where {@code e} has the unit
   * @param subdistrictPath where it has the sub-district
   */
  public Criteria narrow(Criteria criteria, String unitPath, String subdistrictPath) {
    if (isWhole()) {
      return criteria;
    }
    AnyOf own = new AnyOf();
    if (Oversight.isUnit(caller)) {
      own.or(unitPath + " = %s", Oversight.unit(caller));
    }
    if (caller.hasAnyRole(Role.SUBDISTRICT)) {
      own.or(subdistrictPath + " in %s", caller.bound(Bound.SUBDISTRICT));
    }
    return own.narrow(criteria, true);
  }
}
