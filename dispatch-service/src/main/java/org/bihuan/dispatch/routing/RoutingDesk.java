package org.bihuan.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.kit.paging.Page;

/** Shows routing rules and adds new ones to the active set. */
@ApplicationScoped
@Transactional
public class RoutingDesk {

  private final RoutingRuleSets sets;
  private final RoutingRules rules;
  private final RuleAdditions additions;
  private final RuleTerms terms;
  private final Clock clock;

  RoutingDesk(
      RoutingRuleSets sets,
      RoutingRules rules,
      RuleAdditions additions,
      RuleTerms terms,
      Clock clock) {
    this.sets = sets;
    this.rules = rules;
    this.additions = additions;
    this.terms = terms;
    this.clock = clock;
  }

  Page<RoutingRuleView> page(RoutingRuleFilter filter) {
    RoutingRuleSet active = sets.active(clock.instant());
    return rules.page(filter.criteria(active.id()), filter).map(RoutingRuleView::of);
  }

  RoutingRuleView create(NewRoutingRule wanted) {
    sets.oneChangeAtATime();
    Instant now = clock.instant();
    return RoutingRuleView.of(additions.add(terms.of(wanted, "", now), now));
  }
}
