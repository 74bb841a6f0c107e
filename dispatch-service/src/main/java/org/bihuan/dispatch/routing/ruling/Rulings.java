package org.bihuan.dispatch.routing.ruling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every ruling, withdrawn ones included. */
@ApplicationScoped
public class Rulings implements PanacheRepositoryBase<Ruling, UUID> {

  private static final Keyset<Ruling> PAGES = new Keyset<>(Ruling.class, Ruling::id);

  /** The rulings that route like cases now. */
  public List<Ruling> precedents() {
    return list("precedent and withdrawnAt is null");
  }

  /** Those of them for one category. */
  public List<Ruling> precedents(String categoryCode) {
    return list("precedent and withdrawnAt is null and categoryCode = ?1", categoryCode);
  }

  /** How many of them name a unit. */
  long countPrecedentsOf(String unitCode) {
    return count("precedent and withdrawnAt is null and leadUnit.code = ?1", unitCode);
  }

  /** Enters a ruling under the next number. */
  public Ruling enter(Ruling.Matter matter, Ruling.Judgement judgement, Instant at, Actor by) {
    Number next =
        (Number)
            getEntityManager()
                .createNativeQuery("select nextval('ruling_number')")
                .getSingleResult();
    Ruling ruling = Ruling.of(next.intValue(), matter, judgement, at, by);
    persistAndFlush(ruling);
    return ruling;
  }

  /** The ruling {@code id}, held until the end of the transaction. */
  Optional<Ruling> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Page<Ruling> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
