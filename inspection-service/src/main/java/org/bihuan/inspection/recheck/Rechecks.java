package org.bihuan.inspection.recheck;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;

/** All re-checks. */
@ApplicationScoped
public class Rechecks implements PanacheRepositoryBase<Recheck, UUID> {

  private static final Keyset<Recheck> KEYSET =
      new Keyset<>(Recheck.class, Recheck::id).sortableBy("dueAt", Recheck::dueAt);

  Page<Recheck> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /**
   * One re-check.
   *
   * @throws NotFound when there is none, or none that {@code caller} may know of
   */
  public Recheck visible(UUID id, Caller caller) {
    return KEYSET
        .one(getEntityManager(), visibleTo(caller).equal("id", id))
        .orElseThrow(() -> new NotFound("recheck-not-found", id));
  }

  /** The re-check of an item's latest round. */
  Optional<Recheck> newestOf(UUID itemId) {
    return find("itemId = ?1 order by round desc", itemId).firstResultOptional();
  }

  /**
   * What a caller may see. A re-check nobody knows of in advance shows how things really are, so
   * whoever speaks for an involved unit sees it only once it is over. The office of a sub-district
   * can be such a unit: who speaks for the sub-district and does not say for which unit as well
   * sees none that is still to come.
   */
  static Criteria visibleTo(Caller caller) {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return criteria;
    }
    if (Oversight.isUnit(caller)) {
      return criteria.where(
          "array_contains(e.involvedUnitCodes, %s) and e.status not in %s",
          Oversight.unit(caller), RecheckLifecycle.OPEN);
    }
    criteria.where("e.site.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
    return caller
        .unit()
        .map(
            unit ->
                criteria.where(
                    "e.status not in %s or not array_contains(e.involvedUnitCodes, %s)",
                    RecheckLifecycle.OPEN, unit))
        .orElseGet(() -> criteria.where("e.status not in %s", RecheckLifecycle.OPEN));
  }
}
