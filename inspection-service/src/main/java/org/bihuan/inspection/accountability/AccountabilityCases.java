package org.bihuan.inspection.accountability;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.ConductLevel;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** All cases. */
@ApplicationScoped
class AccountabilityCases implements PanacheRepositoryBase<AccountabilityCase, UUID> {

  private static final Keyset<AccountabilityCase> KEYSET =
      new Keyset<>(AccountabilityCase.class, AccountabilityCase::id);

  Page<AccountabilityCase> page(Criteria criteria, PageRequest request) {
    return KEYSET.read(getEntityManager(), criteria, request);
  }

  /** The case {@code id} when it meets {@code visible}. */
  Optional<AccountabilityCase> visible(UUID id, Criteria visible) {
    return KEYSET.one(getEntityManager(), visible.equal("id", id));
  }

  /** Whether the system has proposed this before, whatever was decided then. */
  boolean wasProposed(UUID itemId, ConductLevel level, String unitCode) {
    return count("itemId = ?1 and level = ?2 and subjectUnitCode = ?3", itemId, level, unitCode)
        > 0;
  }
}
