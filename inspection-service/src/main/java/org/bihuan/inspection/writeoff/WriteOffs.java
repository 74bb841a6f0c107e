package org.bihuan.inspection.writeoff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** The write-off journal. */
@ApplicationScoped
public class WriteOffs implements PanacheRepositoryBase<WriteOff, UUID> {

  private static final Keyset<WriteOff> KEYSET =
      new Keyset<>(WriteOff.class, WriteOff::id).sortableBy("writtenOffAt", WriteOff::writtenOffAt);

  /** How many of these problems are written off. */
  public long countOf(Collection<UUID> problemIds) {
    return problemIds.isEmpty() ? 0 : count("problemId in ?1", problemIds);
  }

  Page<WriteOff> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }
}
