package org.bihuan.dispatch.routing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every routing rule of every set, past and future ones included. */
@ApplicationScoped
public class RoutingRules implements PanacheRepositoryBase<RoutingRule, UUID> {

  private static final Keyset<RoutingRule> PAGES = new Keyset<>(RoutingRule.class, RoutingRule::id);

  /** Those of a set in force at {@code now}, with their joint units, in one query. */
  public List<RoutingRule> inForce(UUID setId, Instant now) {
    return list(
        """
        select r from RoutingRule r left join fetch r.jointUnitCodes
        where r.setId = ?1 and r.validFrom <= ?2 and (r.validTo is null or r.validTo > ?2)
        """,
        setId,
        now);
  }

  /**
   * Those of a set that name a unit and are in force at {@code now} or later, without those that a
   * newer one has taken the place of for good.
   */
  List<RoutingRule> naming(UUID setId, String unitCode, Instant now) {
    return list(
        """
        from RoutingRule r
        where r.setId = ?1
          and (r.leadUnitCode = ?2 or ?2 member of r.jointUnitCodes)
          and (r.validTo is null or r.validTo > ?3)
          and not exists (select 1 from RoutingRule n
            where n.setId = r.setId
              and n.scope.categoryCode = r.scope.categoryCode
              and n.scope.subdistrictCode is not distinct from r.scope.subdistrictCode
              and n.scope.communityCode is not distinct from r.scope.communityCode
              and n.scope.sourceKind is not distinct from r.scope.sourceKind
              and n.validFrom > r.validFrom and n.validFrom <= ?3
              and (n.validTo is null or n.validTo >= r.validTo))
        """,
        setId,
        unitCode,
        now);
  }

  /** Whether the set has a rule for exactly this scope from exactly this moment. */
  boolean exists(UUID setId, RoutingScope scope, Instant validFrom) {
    return alike(scope, validFrom).anyMatch(rule -> rule.setId().equals(setId));
  }

  /** Whether any set, of whatever time, has or had such a rule. */
  public boolean everExisted(RoutingScope scope, Instant validFrom) {
    return alike(scope, validFrom).findAny().isPresent();
  }

  private Stream<RoutingRule> alike(RoutingScope scope, Instant validFrom) {
    return list("scope.categoryCode = ?1 and validFrom = ?2", scope.categoryCode(), validFrom)
        .stream()
        .filter(rule -> rule.scope().equals(scope));
  }

  /** Adds a rule under the next number of its set, which is held. */
  RoutingRule add(RoutingRuleSet set, RoutingRule.Terms terms) {
    RoutingRule rule = RoutingRule.of(set.id(), lastNumber(set.id()) + 1, terms);
    persist(rule);
    return rule;
  }

  /** Highest number of a rule of a set, 0 when it has none. */
  public int lastNumber(UUID setId) {
    return getEntityManager()
        .createQuery(
            "select coalesce(max(r.number), 0) from RoutingRule r where r.setId = ?1",
            Integer.class)
        .setParameter(1, setId)
        .getSingleResult();
  }

  /** Those of a set that hold at {@code now} or later, with their joint units. */
  public List<RoutingRule> notOver(UUID setId, Instant now) {
    return list(
        """
        select r from RoutingRule r left join fetch r.jointUnitCodes
        where r.setId = ?1 and (r.validTo is null or r.validTo > ?2) order by r.number
        """,
        setId,
        now);
  }

  Page<RoutingRule> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
