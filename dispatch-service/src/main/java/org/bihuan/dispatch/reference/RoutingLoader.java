package org.bihuan.dispatch.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.bihuan.dispatch.route.FallbackCategories;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingRuleSets;
import org.bihuan.dispatch.routing.RoutingRules;

/** Brings what decides about the way of problems up to the files. */
@ApplicationScoped
class RoutingLoader {

  private final RoutingRuleSets sets;
  private final RoutingRules rules;
  private final FallbackCategories fallbackCategories;
  private final Clock clock;

  RoutingLoader(
      RoutingRuleSets sets,
      RoutingRules rules,
      FallbackCategories fallbackCategories,
      Clock clock) {
    this.sets = sets;
    this.rules = rules;
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
      rules.add(sets.activeToAddTo(clock.instant()), terms);
    }
  }
}
