package org.bihuan.dispatch.routing.route;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.RoutingRules;
import org.bihuan.dispatch.routing.ruling.Rulings;

/** Opens what decides about the way of problems. */
@ApplicationScoped
public class RuleBooks {

  private final Rulings rulings;
  private final RoutingRules rules;
  private final FallbackCategories fallbackCategories;

  RuleBooks(Rulings rulings, RoutingRules rules, FallbackCategories fallbackCategories) {
    this.rulings = rulings;
    this.rules = rules;
    this.fallbackCategories = fallbackCategories;
  }

  /** What decides about problems of one category, or of none, when this set does. */
  RuleBook of(RoutingRuleSet set, String categoryCode, Instant at) {
    return new RuleBook(
        rulings.precedents(categoryCode),
        set,
        rules.inForce(set.id(), categoryCode, at),
        fallbackCategories.codes(categoryCode));
  }

  /** What would decide about all problems at {@code at} if this set were the active one. */
  public RuleBook of(RoutingRuleSet set, Instant at) {
    return new RuleBook(
        rulings.precedents(), set, rules.inForce(set.id(), at), fallbackCategories.codes());
  }
}
