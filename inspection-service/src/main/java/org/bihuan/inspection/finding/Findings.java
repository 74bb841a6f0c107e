package org.bihuan.inspection.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All findings. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

  private static final Keyset<Finding> KEYSET = new Keyset<>(Finding.class, Finding::id);

  Page<Finding> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The finding {@code id} when it meets {@code visible}. */
  Optional<Finding> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }
}
