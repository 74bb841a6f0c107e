package org.bihuan.dispatch.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

  /** The policies of a kind and class, oldest number first, locked against a second newcomer. */
  List<SlaPolicy> locked(LimitKind kind, DeadlineClass deadlineClass) {
    return find("kind = ?1 and deadlineClass = ?2 order by number", kind, deadlineClass)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Every policy that limits the time of units, past and future ones included. */
  public List<SlaPolicy> ofUnits() {
    return list("kind", LimitKind.RECTIFICATION);
  }

  /** Whether the same kind and class has a policy from exactly the same moment. */
  public boolean exists(SlaPolicy.Terms terms) {
    return count(
            "kind = ?1 and deadlineClass = ?2 and validFrom = ?3",
            terms.kind(),
            terms.deadlineClass(),
            terms.validFrom())
        > 0;
  }

  /** Adds the next number of the kind and class. */
  public SlaPolicy add(SlaPolicy.Terms terms) {
    SlaPolicy policy = SlaPolicy.of(terms, locked(terms.kind(), terms.deadlineClass()).size() + 1);
    persist(policy);
    return policy;
  }

  Page<SlaPolicy> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
