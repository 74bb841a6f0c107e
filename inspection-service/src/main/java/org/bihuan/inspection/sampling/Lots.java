package org.bihuan.inspection.sampling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All lots. */
@ApplicationScoped
class Lots implements PanacheRepositoryBase<Lot, UUID> {

  private static final Keyset<Lot> KEYSET = new Keyset<>(Lot.class, Lot::id);

  Page<Lot> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The lot, held so that visits are counted one after the other. */
  Lot held(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<Lot> of(Lot.Kind kind) {
    return find(
            "unitCode = ?1 and deadlineClass = ?2 and period = ?3",
            kind.unitCode(),
            kind.deadlineClass(),
            kind.period())
        .firstResultOptional();
  }

  /** Whether a lot of the same unit and class is not decided yet. */
  boolean isOneOpen(Lot.Kind kind) {
    return count(
            "unitCode = ?1 and deadlineClass = ?2 and status = ?3",
            kind.unitCode(),
            kind.deadlineClass(),
            LotStatus.OPEN)
        > 0;
  }

  /** How strictly the next lot of a unit and class is looked at. */
  SamplingMode nextMode(String unitCode, DeadlineClass deadlineClass) {
    List<Boolean> accepted =
        list(
                "unitCode = ?1 and deadlineClass = ?2 and decidedAt is not null and visited > 0"
                    + " order by decidedAt, id",
                unitCode,
                deadlineClass)
            .stream()
            .map(lot -> lot.status() == LotStatus.ACCEPTED)
            .toList();
    return SamplingMode.after(accepted);
  }
}
