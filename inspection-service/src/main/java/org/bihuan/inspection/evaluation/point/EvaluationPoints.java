package org.bihuan.inspection.evaluation.point;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All points of evaluations. */
@ApplicationScoped
public class EvaluationPoints implements PanacheRepositoryBase<EvaluationPoint, UUID> {

  private static final Keyset<EvaluationPoint> KEYSET =
      new Keyset<>(EvaluationPoint.class, EvaluationPoint::id);

  public Page<EvaluationPoint> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** All that meet {@code criteria}, in the order in which they were planned. */
  public List<EvaluationPoint> all(Criteria criteria) {
    return KEYSET.all(getEntityManager(), criteria);
  }

  /**
   * The point {@code number} of an evaluation, held until the end of the transaction: what is
   * observed there comes one after the other.
   */
  public Optional<EvaluationPoint> held(UUID evaluationId, int number) {
    return find("evaluationId = ?1 and number = ?2", evaluationId, number)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }
}
