package org.bihuan.inspection.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/**
 * Which findings the caller may see: a unit what became its task or what a round table made it
 * answer for, a sub-district what was found in its area.
 */
@ApplicationScoped
class FindingAccess {

  private final Findings findings;
  private final Caller caller;

  FindingAccess(Findings findings, Caller caller) {
    this.findings = findings;
    this.caller = caller;
  }

  /** The condition that a finding {@code e} is within sight. */
  Criteria criteria() {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return criteria;
    }
    if (Oversight.isUnit(caller)) {
      String unit = Oversight.unit(caller);
      return criteria.where(
          "array_contains(e.unitCodes, %s) or e.decision.unitCode = %s", unit, unit);
    }
    return criteria.where("e.site.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
  }

  /**
   * The finding {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  Finding visible(UUID id) {
    return findings
        .visible(id, criteria())
        .orElseThrow(() -> new NotFound("finding-not-found", id));
  }
}
