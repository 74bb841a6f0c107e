package org.bihuan.dispatch.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Chooses among routing rules. */
final class RoutingPolicy {

  /** A rule for the sub-district beats one for the whole district; the newer beats the older. */
  private static final Comparator<RoutingRule> BEST_LAST =
      Comparator.comparing((RoutingRule rule) -> rule.subdistrictCode() != null)
          .thenComparing(RoutingRule::validFrom)
          .thenComparing(RoutingRule::id);

  private RoutingPolicy() {}

  /**
   * The rule for a problem at a moment, if there is one.
   *
   * @param categoryCode category, or {@code null} when it has none, which no rule covers
   * @param subdistrictCode sub-district, or {@code null} when it is unknown, which only rules for
   *     the whole district cover
   */
  static Optional<RoutingRule> choose(
      Collection<RoutingRule> rules, String categoryCode, String subdistrictCode, Instant at) {
    return rules.stream()
        .filter(rule -> rule.isInForce(at) && rule.covers(categoryCode, subdistrictCode))
        .max(BEST_LAST);
  }
}
