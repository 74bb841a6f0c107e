package org.bihuan.dispatch.routing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Keyset;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;

/** Every routing rule, past and future ones included. */
@ApplicationScoped
public class RoutingRules implements PanacheRepositoryBase<RoutingRule, UUID> {

  private static final Keyset<RoutingRule> PAGES = new Keyset<>(RoutingRule.class, RoutingRule::id);

  /** Those in force at {@code now}, with their joint units, in one query. */
  List<RoutingRule> inForce(Instant now) {
    return list(
        """
        select r from RoutingRule r left join fetch r.jointUnitCodes
        where r.validFrom <= ?1 and (r.validTo is null or r.validTo > ?1)
        """,
        now);
  }

  /**
   * Those that name a unit and are in force at {@code now} or later, without those that a newer one
   * has taken the place of for good.
   */
  List<RoutingRule> naming(String unitCode, Instant now) {
    return list(
        """
        from RoutingRule r
        where (r.leadUnitCode = ?1 or ?1 member of r.jointUnitCodes)
          and (r.validTo is null or r.validTo > ?2)
          and not exists (select 1 from RoutingRule n
            where n.categoryCode = r.categoryCode
              and n.subdistrictCode is not distinct from r.subdistrictCode
              and n.validFrom > r.validFrom and n.validFrom <= ?2
              and (n.validTo is null or n.validTo >= r.validTo))
        """,
        unitCode,
        now);
  }

  /** Whether there is a rule for exactly this category and place from exactly this moment. */
  public boolean exists(String categoryCode, String subdistrictCode, Instant validFrom) {
    return count(
            "categoryCode = ?1 and subdistrictCode is not distinct from ?2 and validFrom = ?3",
            categoryCode,
            subdistrictCode,
            validFrom)
        > 0;
  }

  Page<RoutingRule> page(Criteria criteria, PageRequest request) {
    return PAGES.read(getEntityManager(), criteria, request);
  }
}
