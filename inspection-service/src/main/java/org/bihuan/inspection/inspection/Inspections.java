package org.bihuan.inspection.inspection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Role;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/** All inspections. */
@ApplicationScoped
public class Inspections implements PanacheRepositoryBase<Inspection, UUID> {

  /** Methods that are worth nothing once the inspected unit knows. */
  private static final List<InspectionMethod> UNFORESEEN =
      List.of(InspectionMethod.UNANNOUNCED, InspectionMethod.COVERT);

  private static final Keyset<Inspection> KEYSET =
      new Keyset<>(Inspection.class, Inspection::id)
          .sortableBy("plannedFor", Inspection::plannedFor);

  Page<Inspection> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /**
   * One inspection.
   *
   * @throws NotFound when there is none, or none that {@code caller} may know of
   */
  public Inspection visible(UUID id, Caller caller) {
    return KEYSET
        .one(getEntityManager(), visibleTo(caller).equal("id", id))
        .orElseThrow(() -> new NotFound("inspection-not-found", id));
  }

  /**
   * One inspection that {@code caller} may carry out.
   *
   * @throws NotFound like {@link #visible}
   * @throws Forbidden {@code not-your-inspection} when its tier or its line is led by others,
   *     {@code claim-missing} for a line leader whose login names no line
   */
  public Inspection ledBy(UUID id, Caller caller) {
    Inspection inspection = visible(id, caller);
    if (!inspection.isOpenTo(caller.roles(), caller.values(Bound.LINE), caller.subject())) {
      if (inspection.tier() == InspectionTier.LINE && caller.hasAnyRole(Role.LINE_LEADER)) {
        caller.bound(Bound.LINE);
      }
      throw new Forbidden("not-your-inspection", inspection.tier().name());
    }
    return inspection;
  }

  /**
   * What a caller may see. Those who may be inspected learn of an unannounced or covert inspection
   * only when it has started [brief]; of one called off before that, never. A sub-district sees
   * those with a stop in its area.
   */
  static Criteria visibleTo(Caller caller) {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return criteria;
    }
    criteria.where("e.method not in %s or e.startedAt is not null", UNFORESEEN);
    if (Oversight.isUnit(caller)) {
      // Every unit sees all that have set out; who speaks for none sees nothing.
      caller.bound(Bound.UNIT);
      return criteria;
    }
    return criteria.where(
        "exists (select 1 from e.stops s where s.subdistrictCode in %s)",
        caller.bound(Bound.SUBDISTRICT));
  }
}
