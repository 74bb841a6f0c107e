package org.bihuan.inspection.recheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Which re-checks the caller may see, and act on. */
@ApplicationScoped
public class RecheckAccess {

  /** Over, or none that looks at the work of a unit. */
  private static final String UNFORESEEN =
      "e.status not in %s or not array_contains(e.fixing.involvedUnitCodes, %s)";

  private final Rechecks rechecks;
  private final Caller caller;
  private final IfMatch ifMatch;

  RecheckAccess(Rechecks rechecks, Caller caller, IfMatch ifMatch) {
    this.rechecks = rechecks;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /**
   * The condition that a re-check {@code e} is within sight. A re-check nobody knows of in advance
   * shows how things really are, so whoever speaks for an involved unit sees it only once it is
   * over. The office of a sub-district can be such a unit: who speaks for the sub-district and does
   * not say for which unit as well sees none that is still to come. Nor does whoever speaks for an
   * involved unit and holds another role too, and no sub-district sees a look-back that is planned.
   */
  public Criteria criteria() {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return Oversight.isUnit(caller)
          ? criteria.where(UNFORESEEN, RecheckLifecycle.OPEN, Oversight.unit(caller))
          : criteria;
    }
    if (Oversight.isUnit(caller)) {
      return criteria.where(
          "array_contains(e.fixing.involvedUnitCodes, %s) and e.status not in %s",
          Oversight.unit(caller), RecheckLifecycle.OPEN);
    }
    criteria
        .where("e.site.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT))
        .where("e.kind = AFTER_REPLY or e.status not in %s", RecheckLifecycle.OPEN);
    return caller
        .unit()
        .map(unit -> criteria.where(UNFORESEEN, RecheckLifecycle.OPEN, unit))
        .orElseGet(() -> criteria.where("e.status not in %s", RecheckLifecycle.OPEN));
  }

  /**
   * The re-check {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  Recheck visible(UUID id) {
    return rechecks
        .visible(id, criteria())
        .orElseThrow(() -> new NotFound("recheck-not-found", id));
  }

  /**
   * The re-check {@code id}, to act on.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  Recheck toActOn(UUID id) {
    Recheck recheck = visible(id);
    ifMatch.check(recheck.version());
    return recheck;
  }

  /**
   * The same to give its outcome.
   *
   * @throws Forbidden {@code claim-missing} when nobody knows the unit of the caller, who could
   *     then be of an involved one
   */
  public Recheck toJudge(UUID id) {
    if (!Oversight.mayJudge(caller)) {
      caller.bound(Bound.UNIT);
    }
    return toActOn(id);
  }

  /** The caller as events and records name it. */
  public Actor actor() {
    return caller.actor();
  }
}
