package org.bihuan.dispatch.routing.route;

import java.util.List;
import java.util.Set;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.ruling.Ruling;

/**
 * All that decides about the way of problems at a moment.
 *
 * @param precedents rulings that hold
 * @param set of the rules
 * @param rules of the set
 * @param fallbackCategories categories in which what nobody owns goes to the fallback unit
 */
public record RuleBook(
    List<Ruling> precedents,
    RoutingRuleSet set,
    List<RoutingRule> rules,
    Set<String> fallbackCategories) {}
