package org.bihuan.intake.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** What people asked for about their own data. */
@ApplicationScoped
class PersonalDataRequests implements PanacheRepositoryBase<PersonalDataRequest, UUID> {

  private static final Keyset<PersonalDataRequest> PAGES =
      new Keyset<>(PersonalDataRequest.class, PersonalDataRequest::id)
          .sortableBy("madeAt", PersonalDataRequest::madeAt);

  Page<PersonalDataRequest> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
