package org.bihuan.inspection.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Bound;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Which inspections the caller may see, and carry out. */
@ApplicationScoped
public class InspectionAccess {

  private final Inspections inspections;
  private final Caller caller;
  private final IfMatch ifMatch;

  InspectionAccess(Inspections inspections, Caller caller, IfMatch ifMatch) {
    this.inspections = inspections;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /**
   * The condition that an inspection {@code e} is within sight. Those who may be inspected learn of
   * an unannounced or covert inspection only when it has started [brief]; of one called off before
   * that, never. So does who speaks for a unit or a sub-district in another role as well, but for
   * those it has planned or is to go on. A sub-district sees those with a stop in its area.
   */
  public Criteria criteria() {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return Oversight.isUnit(caller) || caller.hasAnyRole(Role.SUBDISTRICT)
          ? criteria.where(
              "e.method not in %s or e.startedAt is not null or e.plannedBy.subject = %s"
                  + " or exists (select 1 from e.inspectors i where i.subject = %s)",
              InspectionPolicy.UNFORESEEN, caller.subject(), caller.subject())
          : criteria;
    }
    criteria.where("e.method not in %s or e.startedAt is not null", InspectionPolicy.UNFORESEEN);
    if (Oversight.isUnit(caller)) {
      // Every unit sees all that have set out; who speaks for none sees nothing.
      caller.bound(Bound.UNIT);
      return criteria;
    }
    return criteria.where(
        "exists (select 1 from e.stops s where s.subdistrictCode in %s)",
        caller.bound(Bound.SUBDISTRICT));
  }

  /**
   * The inspection {@code id}.
   *
   * @throws NotFound when there is none within the caller's sight
   */
  Inspection visible(UUID id) {
    return inspections
        .visible(id, criteria())
        .orElseThrow(() -> new NotFound("inspection-not-found", id));
  }

  /**
   * The inspection {@code id}, to act on: for those who may carry it out.
   *
   * @throws NotFound when there is none within the caller's sight
   * @throws Forbidden {@code not-your-inspection} when its tier or its line is led by others,
   *     {@code claim-missing} for a line leader whose login names no line
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  public Inspection toActOn(UUID id) {
    Inspection inspection = visible(id);
    if (!inspection.isOpenTo(caller.roles(), caller.values(Bound.LINE), caller.subject())) {
      if (inspection.tier() == InspectionTier.LINE && caller.hasAnyRole(Role.LINE_LEADER)) {
        caller.bound(Bound.LINE);
      }
      throw new Forbidden("not-your-inspection", inspection.tier().name());
    }
    ifMatch.check(inspection.version());
    return inspection;
  }

  /**
   * The same, to replace what is planned: the caller must say which version that is.
   *
   * @throws org.bihuan.kit.refusal.PreconditionRequired when the caller named none
   */
  Inspection toReplace(UUID id) {
    Inspection inspection = toActOn(id);
    ifMatch.require(inspection.version());
    return inspection;
  }

  /**
   * The line of an inspection that the caller may plan, {@code null} for those of other tiers. A
   * line leader plans on a line of its own, and need not name it when there is only one.
   *
   * @throws Forbidden {@code not-your-inspection} when its tier is planned by others, {@code
   *     not-your-line} when its line is led by others
   */
  String lineToPlan(NewInspection planned) {
    if (!InspectionPolicy.mayPlan(planned.tier(), caller.roles())) {
      throw new Forbidden("not-your-inspection", planned.tier().name());
    }
    String named = planned.lineCode();
    if (planned.tier() != InspectionTier.LINE) {
      if (named != null) {
        throw new Invalid("lineCode", "line-of-other-tier");
      }
      return null;
    }
    if (caller.hasAnyRole(Role.COMMITTEE_INSPECTOR)) {
      return named;
    }
    Set<String> own = caller.bound(Bound.LINE);
    if (named == null && own.size() > 1) {
      throw new Invalid("lineCode", "required");
    }
    if (named != null && !own.contains(named)) {
      throw new Forbidden("not-your-line", named);
    }
    return named == null ? own.iterator().next() : named;
  }

  /** The caller as events and records name it, in the role that leads such inspections. */
  public Actor actor(InspectionTier tier) {
    return caller.actor(InspectionPolicy.leadingRoles(tier));
  }
}
