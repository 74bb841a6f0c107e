package org.bihuan.dispatch.routing;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;

/** Finds the way of a problem. The rules are read once in a transaction. */
@TransactionScoped
public class Routing {

  private final RoutingRules rules;
  private final UnitDirectory units;
  private List<RoutingRule> inForce;

  Routing(RoutingRules rules, UnitDirectory units) {
    this.rules = rules;
    this.units = units;
  }

  /** The units for a problem of this category in this sub-district, or why there are none. */
  public Route of(String categoryCode, String subdistrictCode, Instant at) {
    return RoutingPolicy.choose(rules(at), categoryCode, subdistrictCode, at)
        .map(this::follow)
        .orElseGet(() -> Route.nowhere(UnassignedReason.NO_ROUTING_RULE));
  }

  /**
   * A joint unit that is no longer active is left out; without an active lead unit nobody answers.
   */
  private Route follow(RoutingRule rule) {
    List<AssignedUnit> joint =
        rule.jointUnitCodes().stream().map(units::active).flatMap(Optional::stream).toList();
    return units
        .active(rule.leadUnitCode())
        .map(lead -> new Route(lead, joint, null))
        .orElseGet(() -> Route.nowhere(UnassignedReason.UNIT_INACTIVE));
  }

  private List<RoutingRule> rules(Instant at) {
    if (inForce == null) {
      inForce = rules.inForce(at);
    }
    return inForce;
  }
}
