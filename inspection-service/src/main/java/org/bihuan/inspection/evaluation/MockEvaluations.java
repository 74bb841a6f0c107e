package org.bihuan.inspection.evaluation;

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

/** All mock evaluations. */
@ApplicationScoped
class MockEvaluations implements PanacheRepositoryBase<MockEvaluation, UUID> {

  private static final Keyset<MockEvaluation> KEYSET =
      new Keyset<>(MockEvaluation.class, MockEvaluation::id)
          .sortableBy("plannedFor", MockEvaluation::plannedFor);

  Page<MockEvaluation> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** Those that meet {@code criteria}, the one that was planned first before the others. */
  List<MockEvaluation> all(Criteria criteria) {
    return KEYSET.all(getEntityManager(), criteria);
  }

  /** The evaluation {@code id} when it meets {@code visible}. */
  Optional<MockEvaluation> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /**
   * Holds the evaluation {@code id} until the end of the transaction, in its newest state: with
   * {@code PESSIMISTIC_READ} beside others who observe, with {@code PESSIMISTIC_WRITE} alone.
   */
  void hold(UUID id, LockModeType mode) {
    find("id", id).withLock(mode).firstResultOptional();
  }
}
