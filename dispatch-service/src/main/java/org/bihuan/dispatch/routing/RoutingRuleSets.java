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

  /**
   * Lets one hand at a time change sets and their rules, until the end of the transaction. The
   * clock is to be read after it: what another hand has done meanwhile is then past.
   */
  public void oneChangeAtATime() {
    getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(hashtext('routing-rule-sets'))")
        .getResultList();
  }

  /** The set that decides at {@code at}; there is always one. */
  public RoutingRuleSet active(Instant at) {
    return find(ACTIVE, at).firstResult();
  }

  /** The set that is to take the place of the active one, if there is one. */
  public Optional<RoutingRuleSet> scheduled(Instant now) {
    return find("activeFrom > ?1", now).singleResultOptional();
  }

  /** The set {@code id}, held until the end of the transaction. */
  public Optional<RoutingRuleSet> held(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Number of the next set, for whoever changes sets alone. */
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
}
