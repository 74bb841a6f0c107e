package org.bihuan.inspection.coverage.unseen;

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

/** All problems that residents complained of or inspections found. */
@ApplicationScoped
class KnownProblems implements PanacheRepositoryBase<KnownProblem, UUID> {

  private static final Keyset<KnownProblem> KEYSET =
      new Keyset<>(KnownProblem.class, KnownProblem::id)
          .sortableBy("knownAt", KnownProblem::knownAt);

  /** The problem {@code id}, held until the end of the transaction. */
  Optional<KnownProblem> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Page<KnownProblem> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** How many of those that meet {@code criteria} meet each of {@code parts}. */
  List<Long> count(Criteria criteria, List<Criteria> parts) {
    return KEYSET.countParts(getEntityManager(), criteria, parts);
  }
}
