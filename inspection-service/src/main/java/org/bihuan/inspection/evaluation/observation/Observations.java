package org.bihuan.inspection.evaluation.observation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All observations. */
@ApplicationScoped
class Observations implements PanacheRepositoryBase<Observation, UUID> {

  private static final Keyset<Observation> KEYSET =
      new Keyset<>(Observation.class, Observation::id)
          .sortableBy("observedAt", Observation::observedAt);

  Page<Observation> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** What was told of an item at a point before. */
  Optional<Observation> of(UUID pointId, int item) {
    return find("pointId = ?1 and item = ?2", pointId, item).firstResultOptional();
  }

  /** The observation {@code id}, held until the end of the transaction. */
  Optional<Observation> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
