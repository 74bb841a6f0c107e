package org.bihuan.dispatch.route;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingScope;

/** Chooses among routing rules. */
final class RoutingPolicy {

  /**
   * The specific goes before the general: the narrower place first (community, sub-district,
   * district), then the rule for one source before one for all, then the newer one. Two rules of a
   * set that are alike in all of this cannot be: the database refuses the second.
   */
  private static final Comparator<RoutingRule> BEST_LAST =
      Comparator.comparingInt((RoutingRule rule) -> rule.scope().placeRank())
          .thenComparingInt(rule -> rule.scope().sourceRank())
          .thenComparing(RoutingRule::validFrom);

  private RoutingPolicy() {}

  /** The rule of a set for a problem at a moment, if there is one. */
  static Optional<RoutingRule> choose(
      Collection<RoutingRule> rules, RoutingScope problem, Instant at) {
    return rules.stream()
        .filter(rule -> rule.isInForce(at) && rule.scope().covers(problem))
        .max(BEST_LAST);
  }
}
