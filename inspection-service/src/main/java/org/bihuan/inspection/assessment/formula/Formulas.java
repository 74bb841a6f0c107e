package org.bihuan.inspection.assessment.formula;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.time.Month;

/** Every version of the formula. */
@ApplicationScoped
public class Formulas implements PanacheRepositoryBase<Formula, UUID> {

  private static final Keyset<Formula> KEYSET = new Keyset<>(Formula.class, Formula::id);

  Page<Formula> page(PageRequest request) {
    return KEYSET.read(getEntityManager(), new Criteria(), request);
  }

  /** The newest version that is for {@code month}. The first one is for all. */
  public Formula inForce(Month month) {
    return find("fromMonth <= ?1 order by version desc", month.toString()).firstResult();
  }

  /** A version. */
  public Formula version(int version) {
    return find("version", version).firstResult();
  }

  /** The number after the newest one. */
  int next() {
    return find("order by version desc").firstResult().version() + 1;
  }
}
