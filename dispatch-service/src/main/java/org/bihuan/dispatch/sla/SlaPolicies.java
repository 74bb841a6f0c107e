package org.bihuan.dispatch.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every SLA policy, past and future ones included. */
@ApplicationScoped
public class SlaPolicies implements PanacheRepositoryBase<SlaPolicy, UUID> {

  private static final Keyset<SlaPolicy> PAGES = new Keyset<>(SlaPolicy.class, SlaPolicy::id);

  /** The policies of a class, oldest number first, locked against a second newcomer. */
  List<SlaPolicy> locked(DeadlineClass deadlineClass) {
    return find("deadlineClass = ?1 order by number", deadlineClass)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Whether the class has a policy from exactly this moment. */
  public boolean exists(DeadlineClass deadlineClass, Instant validFrom) {
    return count("deadlineClass = ?1 and validFrom = ?2", deadlineClass, validFrom) > 0;
  }

  /** Adds the next number of the class. */
  public SlaPolicy add(SlaPolicy.Terms terms) {
    SlaPolicy policy = SlaPolicy.of(terms, locked(terms.deadlineClass()).size() + 1);
    persist(policy);
    return policy;
  }

  Page<SlaPolicy> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
