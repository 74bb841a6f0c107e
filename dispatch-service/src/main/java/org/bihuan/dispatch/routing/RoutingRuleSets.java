package org.bihuan.dispatch.routing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;

/** Every set of routing rules. */
@ApplicationScoped
public class RoutingRuleSets implements PanacheRepositoryBase<RoutingRuleSet, UUID> {

  private static final String ACTIVE =
      "activeFrom <= ?1 and (activeTo is null or activeTo > ?1) order by number desc";

  /** The set that decides at {@code at}; there is always one. */
  public RoutingRuleSet active(Instant at) {
    return find(ACTIVE, at).firstResult();
  }

  /** The same, to add rules to: one hand at a time gives numbers. */
  public RoutingRuleSet activeToAddTo(Instant at) {
    return find(ACTIVE, at).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
  }
}
