package org.bihuan.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;

/** Shows routing rules and adds new ones to the active set. */
@ApplicationScoped
@Transactional
public class RoutingDesk {

  private final RoutingRuleSets sets;
  private final RoutingRules rules;
  private final RuleTerms terms;
  private final Clock clock;

  RoutingDesk(RoutingRuleSets sets, RoutingRules rules, RuleTerms terms, Clock clock) {
    this.sets = sets;
    this.rules = rules;
    this.terms = terms;
    this.clock = clock;
  }

  Page<RoutingRuleView> page(RoutingRuleFilter filter) {
    return rules.page(filter.criteria(), filter).map(RoutingRuleView::of);
  }

  RoutingRuleView create(NewRoutingRule wanted) {
    Instant now = clock.instant();
    RoutingRule.Terms rule = terms.of(wanted, "", now);
    RoutingRuleSet active = sets.activeToAddTo(now);
    if (rules.exists(active.id(), rule.scope(), rule.validFrom())) {
      throw new Conflict("routing-rule-exists");
    }
    return RoutingRuleView.of(rules.add(active, rule));
  }
}
