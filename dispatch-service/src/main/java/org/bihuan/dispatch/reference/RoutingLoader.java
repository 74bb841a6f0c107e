package org.bihuan.dispatch.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingRules;
import org.bihuan.dispatch.routing.RuleAdditions;
import org.bihuan.dispatch.routing.route.FallbackCategories;

/** Brings what decides about the way of problems up to the files. */
@ApplicationScoped
class RoutingLoader {

  private final RoutingRules rules;
  private final RuleAdditions additions;
  private final FallbackCategories fallbackCategories;
  private final Clock clock;

  RoutingLoader(
      RoutingRules rules,
      RuleAdditions additions,
      FallbackCategories fallbackCategories,
      Clock clock) {
    this.rules = rules;
    this.additions = additions;
    this.fallbackCategories = fallbackCategories;
    this.clock = clock;
  }

  void load(ReferenceData data) {
    fallbackCategories.replaceBy(data.fallbackCategories());
    data.routingRules().stream().map(ReferenceData.RoutingRuleLine::terms).forEach(this::add);
  }

  /** A rule that was left out of the active set on purpose does not come back by itself. */
  private void add(RoutingRule.Terms terms) {
    if (!rules.everExisted(terms.scope(), terms.validFrom())) {
      additions.add(terms, clock.instant());
    }
  }
}
