package org.bihuan.inspection.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/** All findings. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

  private static final Keyset<Finding> KEYSET = new Keyset<>(Finding.class, Finding::id);

  Page<Finding> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /**
   * One finding.
   *
   * @throws NotFound when there is none, or none that {@code caller} may know of
   */
  Finding visible(UUID id, Caller caller) {
    return KEYSET
        .one(getEntityManager(), visibleTo(caller).equal("id", id))
        .orElseThrow(() -> new NotFound("finding-not-found", id));
  }

  /** The newest findings of an inspection that {@code caller} may see, at most a page. */
  List<Finding> newestOf(UUID inspectionId, Caller caller) {
    return page(visibleTo(caller).equal("inspectionId", inspectionId), new PageRequest()).items();
  }

  /** A unit sees what became its task, a sub-district what was found in its area. */
  static Criteria visibleTo(Caller caller) {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return criteria;
    }
    return Oversight.isUnit(caller)
        ? criteria.where("array_contains(e.unitCodes, %s)", Oversight.unit(caller))
        : criteria.where("e.site.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
  }
}
