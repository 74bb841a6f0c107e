package org.bihuan.dispatch.route;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.RoutingRuleSets;
import org.bihuan.dispatch.routing.RoutingRules;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.ruling.Ruling;
import org.bihuan.dispatch.ruling.Rulings;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;

/**
 * Finds the way of a problem: by a precedent, else by a rule, else to the fallback unit where that
 * is told. What holds is read once in a transaction.
 */
@TransactionScoped
public class Routing {

  private final Rulings rulings;
  private final RoutingRuleSets sets;
  private final RoutingRules rules;
  private final FallbackCategories fallbackCategories;
  private final UnitDirectory units;
  private final RoutingWords words;
  private Rules inForce;

  Routing(
      Rulings rulings,
      RoutingRuleSets sets,
      RoutingRules rules,
      FallbackCategories fallbackCategories,
      UnitDirectory units,
      RoutingWords words) {
    this.rulings = rulings;
    this.sets = sets;
    this.rules = rules;
    this.fallbackCategories = fallbackCategories;
    this.units = units;
    this.words = words;
  }

  private record Rules(
      List<Ruling> precedents, RoutingRuleSet set, List<RoutingRule> rules, Set<String> fallback) {}

  /** The units for a problem, or why there are none, and by what. */
  public Route of(RoutingScope problem, Instant at) {
    Rules current = rules(at);
    return RoutingPolicy.precedent(current.precedents(), problem)
        .map(this::follow)
        .or(
            () ->
                RoutingPolicy.choose(current.rules(), problem, at)
                    .map(rule -> follow(rule, current.set())))
        .or(() -> fallBack(problem.categoryCode(), current))
        .orElseGet(() -> Route.nowhere(UnassignedReason.NO_ROUTING_RULE, null));
  }

  /**
   * A joint unit that is no longer active is left out; without an active lead unit nobody answers.
   */
  private Route follow(RoutingRule rule, RoutingRuleSet set) {
    Why why = Why.rule(rule.id(), set.number(), words.of(rule));
    List<AssignedUnit> joint =
        rule.jointUnitCodes().stream().map(units::active).flatMap(Optional::stream).toList();
    return to(rule.leadUnitCode(), joint, why);
  }

  private Route follow(Ruling precedent) {
    return to(precedent.leadUnit().code(), List.of(), Why.precedent(precedent));
  }

  private Route to(String leadUnitCode, List<AssignedUnit> joint, Why why) {
    return units
        .active(leadUnitCode)
        .map(lead -> new Route(lead, joint, null, why))
        .orElseGet(() -> Route.nowhere(UnassignedReason.UNIT_INACTIVE, why));
  }

  private Optional<Route> fallBack(String categoryCode, Rules current) {
    return Optional.ofNullable(categoryCode)
        .filter(current.fallback()::contains)
        .flatMap(code -> units.fallback())
        .map(
            unit -> new Route(unit, List.of(), null, Why.fallback(words.ofFallback(categoryCode))));
  }

  private Rules rules(Instant at) {
    if (inForce == null) {
      RoutingRuleSet set = sets.active(at);
      inForce =
          new Rules(
              rulings.precedents(), set, rules.inForce(set.id(), at), fallbackCategories.codes());
    }
    return inForce;
  }
}
