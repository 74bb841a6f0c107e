package org.bihuan.dispatch.routing.route;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;

/** Follows a decision to the units as they are. */
@ApplicationScoped
public class Router {

  private final UnitDirectory units;
  private final RoutingWords words;

  Router(UnitDirectory units, RoutingWords words) {
    this.units = units;
    this.words = words;
  }

  /** The units for a problem, or why there are none, and by what. */
  public Route route(RuleBook book, RoutingScope problem, Instant at) {
    return RoutingPolicy.decide(book, problem, at)
        .map(decision -> follow(decision, book, problem))
        .orElseGet(() -> Route.nowhere(UnassignedReason.NO_ROUTING_RULE, null));
  }

  /**
   * A joint unit that is no longer active is left out; without an active lead unit nobody answers.
   */
  private Route follow(Decision decision, RuleBook book, RoutingScope problem) {
    if (decision.leadUnitCode() == null) {
      return fallBack(problem.categoryCode());
    }
    Why why = why(decision, book);
    List<AssignedUnit> active = units.active(decision.unitCodes());
    if (active.isEmpty() || !active.get(0).code().equals(decision.leadUnitCode())) {
      return Route.nowhere(UnassignedReason.UNIT_INACTIVE, why);
    }
    return new Route(active.get(0), active.subList(1, active.size()), null, why);
  }

  private Route fallBack(String categoryCode) {
    return units
        .fallback()
        .map(unit -> new Route(unit, List.of(), null, Why.fallback(words.ofFallback(categoryCode))))
        .orElseGet(() -> Route.nowhere(UnassignedReason.NO_ROUTING_RULE, null));
  }

  private Why why(Decision decision, RuleBook book) {
    return decision.rule() == null
        ? Why.precedent(decision.precedent())
        : Why.rule(decision.rule().id(), book.set().number(), words.of(decision.rule()));
  }
}
