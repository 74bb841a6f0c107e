package org.bihuan.dispatch.routing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every set of routing rules. */
@ApplicationScoped
public class RoutingRuleSets implements PanacheRepositoryBase<RoutingRuleSet, UUID> {

  private static final Keyset<RoutingRuleSet> PAGES =
      new Keyset<>(RoutingRuleSet.class, RoutingRuleSet::id);

  private static final String ACTIVE =
      "activeFrom <= ?1 and (activeTo is null or activeTo > ?1) order by number desc";

  /** The set that decides at {@code at}; there is always one. */
  public RoutingRuleSet active(Instant at) {
    return find(ACTIVE, at).firstResult();
  }

  /** The set that is to take the place of the active one, if there is one; held. */
  public Optional<RoutingRuleSet> scheduled(Instant now) {
    return find("activeFrom > ?1", now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .singleResultOptional();
  }

  /** The set {@code id}, held until the end of the transaction. */
  public Optional<RoutingRuleSet> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Number of the next set; the active one is held by whoever makes it. */
  public int nextNumber() {
    return getEntityManager()
            .createQuery("select max(s.number) from RoutingRuleSet s", Integer.class)
            .getSingleResult()
        + 1;
  }

  /** One page of all sets. */
  public Page<RoutingRuleSet> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }

  /** The same, to add rules to: one hand at a time gives numbers. */
  public RoutingRuleSet activeToAddTo(Instant at) {
    return find(ACTIVE, at).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
  }
}
