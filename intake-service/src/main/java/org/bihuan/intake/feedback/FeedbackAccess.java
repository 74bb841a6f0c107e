package org.bihuan.intake.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.bihuan.contract.Bound;
import org.bihuan.contract.Role;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.security.Caller;

/**
 * Which feedback the caller sees: all but that about the work of the caller's own unit and
 * sub-district. What is not solved is looked at again, which nobody there is to foresee, whatever
 * other role one holds.
 */
@ApplicationScoped
class FeedbackAccess {

  private final Caller caller;

  FeedbackAccess(Caller caller) {
    this.caller = caller;
  }

  /** The condition that feedback {@code e} is within sight. */
  Criteria criteria() {
    Criteria visible = new Criteria();
    caller
        .unit()
        .ifPresent(
            unit ->
                visible.where(
                    "e.problem.item.leadUnitCode is null"
                        + " or not array_contains(e.problem.item.unitCodes, %s)",
                    unit));
    Set<String> areas = caller.values(Bound.SUBDISTRICT);
    if (caller.hasAnyRole(Role.SUBDISTRICT) && !areas.isEmpty()) {
      visible.where(
          "e.problem.subdistrictCode is null or e.problem.subdistrictCode not in %s", areas);
    }
    return visible;
  }
}
