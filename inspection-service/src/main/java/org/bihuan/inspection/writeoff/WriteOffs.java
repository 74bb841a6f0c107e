package org.bihuan.inspection.writeoff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** The write-off journal. */
@ApplicationScoped
class WriteOffs implements PanacheRepositoryBase<WriteOff, UUID> {

  private static final Keyset<WriteOff> KEYSET =
      new Keyset<>(WriteOff.class, WriteOff::id).sortableBy("writtenOffAt", WriteOff::writtenOffAt);

  Page<WriteOff> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }
}
