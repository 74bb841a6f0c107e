package org.bihuan.inspection.writeoff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.inspection.actor.Oversight;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.security.Caller;

/** The write-off journal. */
@ApplicationScoped
class WriteOffs implements PanacheRepositoryBase<WriteOff, UUID> {

  private static final Keyset<WriteOff> KEYSET =
      new Keyset<>(WriteOff.class, WriteOff::id).sortableBy("writtenOffAt", WriteOff::writtenOffAt);

  Page<WriteOff> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** A unit sees the lines it was involved in, a sub-district those of its area. */
  static Criteria visibleTo(Caller caller) {
    Criteria criteria = new Criteria();
    if (Oversight.isHeldBy(caller)) {
      return criteria;
    }
    return Oversight.isUnit(caller)
        ? criteria.where("array_contains(e.recheck.involvedUnitCodes, %s)", Oversight.unit(caller))
        : criteria.where("e.recheck.site.subdistrictCode in %s", caller.bound(Bound.SUBDISTRICT));
  }
}
