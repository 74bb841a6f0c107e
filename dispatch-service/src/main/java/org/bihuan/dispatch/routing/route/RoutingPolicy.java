package org.bihuan.dispatch.routing.route;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.routing.ruling.Ruling;

/** Chooses among precedents and among routing rules. */
public final class RoutingPolicy {

  /**
   * The specific goes before the general: the narrower place first (community, sub-district,
   * district), then the rule for one source before one for all, then the newer one. Two rules of a
   * set that are alike in all of this cannot be: the database refuses the second.
   */
  private static final Comparator<RoutingRule> BEST_LAST =
      Comparator.comparingInt((RoutingRule rule) -> rule.scope().placeRank())
          .thenComparingInt(rule -> rule.scope().sourceRank())
          .thenComparing(RoutingRule::validFrom);

  /** The narrower place goes before the wider, and at the same place the newer ruling. */
  private static final Comparator<Ruling> BEST_PRECEDENT_LAST =
      Comparator.comparingInt((Ruling ruling) -> ruling.scope().placeRank())
          .thenComparingInt(Ruling::number);

  private RoutingPolicy() {}

  /**
   * What decides about a problem at a moment: a precedent, else a rule, else, where that is told,
   * that nobody owns it; nothing when it has to wait.
   */
  public static Optional<Decision> decide(RuleBook book, RoutingScope problem, Instant at) {
    return precedent(book.precedents(), problem)
        .map(Decision::by)
        .or(() -> choose(book.rules(), problem, at).map(Decision::by))
        .or(
            () ->
                Optional.ofNullable(problem.categoryCode())
                    .filter(book.fallbackCategories()::contains)
                    .map(code -> Decision.fallback()));
  }

  /**
   * The precedent for a problem, if there is one. It goes before every rule: it was made because
   * the rules had left two units at odds.
   */
  static Optional<Ruling> precedent(Collection<Ruling> precedents, RoutingScope problem) {
    return precedents.stream()
        .filter(ruling -> ruling.scope().covers(problem))
        .max(BEST_PRECEDENT_LAST);
  }

  /** The rule of a set for a problem at a moment, if there is one. */
  static Optional<RoutingRule> choose(
      Collection<RoutingRule> rules, RoutingScope problem, Instant at) {
    return rules.stream()
        .filter(rule -> rule.isInForce(at) && rule.scope().covers(problem))
        .max(BEST_LAST);
  }
}
