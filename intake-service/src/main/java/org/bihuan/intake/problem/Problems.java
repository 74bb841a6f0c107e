package org.bihuan.intake.problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every problem. */
@ApplicationScoped
public class Problems implements PanacheRepositoryBase<Problem, UUID> {

  private static final Keyset<Problem> PAGES =
      new Keyset<>(Problem.class, Problem::id)
          .sortableBy("dueAt", Problem::dueAt)
          .sortableBy("filedAt", Problem::filedAt);

  Page<Problem> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The problem {@code id} when it meets {@code visible}. */
  Optional<Problem> visible(UUID id, Criteria visible) {
    return PAGES.one(getEntityManager(), visible.equal("id", id));
  }

  /** The problem that came from an inspection's finding. */
  public Optional<Problem> ofFinding(UUID findingId) {
    return find("findingId", findingId).firstResultOptional();
  }
}
