package org.bihuan.inspection.assessment.appeal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All appeals. */
@ApplicationScoped
class Appeals implements PanacheRepositoryBase<Appeal, UUID> {

  private static final Keyset<Appeal> KEYSET = new Keyset<>(Appeal.class, Appeal::id);

  Page<Appeal> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The appeal {@code id} when it meets {@code visible}. */
  Optional<Appeal> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /** Whether there was one against this entry. */
  boolean has(UUID entry) {
    return count("entry", entry) > 0;
  }
}
