package org.bihuan.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.kit.refusal.Conflict;

/**
 * Adds rules to the active set. A set that is to take its place gets them too, so that nothing is
 * lost when its moment comes.
 */
@ApplicationScoped
public class RuleAdditions {

  private final RoutingRuleSets sets;
  private final RoutingRules rules;

  RuleAdditions(RoutingRuleSets sets, RoutingRules rules) {
    this.sets = sets;
    this.rules = rules;
  }

  /**
   * Adds a rule and returns it as the active set has it.
   *
   * @param now read after {@link RoutingRuleSets#oneChangeAtATime()}
   * @throws Conflict {@code routing-rule-exists} when that set has one for the same scope from the
   *     same moment
   */
  public RoutingRule add(RoutingRule.Terms terms, Instant now) {
    RoutingRuleSet active = sets.active(now);
    if (rules.exists(active.id(), terms.scope(), terms.validFrom())) {
      throw new Conflict("routing-rule-exists");
    }
    RoutingRule added = rules.add(active, terms);
    sets.scheduled(now).ifPresent(next -> addTo(next, terms, added.number()));
    return added;
  }

  private void addTo(RoutingRuleSet next, RoutingRule.Terms terms, int ofActive) {
    if (!rules.exists(next.id(), terms.scope(), terms.validFrom())) {
      rules.add(next, terms);
    }
    next.keepUpWith(ofActive);
  }
}
