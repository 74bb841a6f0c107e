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

  /** Of the set ?1, holding at ?2 or later, and not overtaken for good by a newer one. */
  private static final String MAY_DECIDE =
      """
       r.setId = ?1 and (r.validTo is null or r.validTo > ?2)
      and not exists (select 1 from RoutingRule n
        where n.setId = r.setId
          and n.scope.categoryCode = r.scope.categoryCode
          and n.scope.subdistrictCode is not distinct from r.scope.subdistrictCode
          and n.scope.communityCode is not distinct from r.scope.communityCode
          and n.scope.sourceKind is not distinct from r.scope.sourceKind
          and n.validFrom > r.validFrom and n.validFrom <= ?2
          and (n.validTo is null or n.validTo >= r.validTo))
      """;

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

  /** Those of them for one category. */
  public List<RoutingRule> inForce(UUID setId, String categoryCode, Instant now) {
    return list(
        """
        select r from RoutingRule r left join fetch r.jointUnitCodes
        where r.setId = ?1 and r.scope.categoryCode = ?2
          and r.validFrom <= ?3 and (r.validTo is null or r.validTo > ?3)
        """,
        setId,
        categoryCode,
        now);
  }

  /** Those of a set that name a unit and decide at {@code now} or may later. */
  List<RoutingRule> naming(UUID setId, String unitCode, Instant now) {
    return list(
        "from RoutingRule r where (r.leadUnitCode = ?3 or ?3 member of r.jointUnitCodes) and"
            + MAY_DECIDE,
        setId,
        now,
        unitCode);
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

  /** Those of a set that decide at {@code now} or may later, with their joint units. */
  public List<RoutingRule> mayDecide(UUID setId, Instant now) {
    return list(
        "select r from RoutingRule r left join fetch r.jointUnitCodes where"
            + MAY_DECIDE
            + " order by r.number",
        setId,
        now);
  }

  Page<RoutingRule> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
