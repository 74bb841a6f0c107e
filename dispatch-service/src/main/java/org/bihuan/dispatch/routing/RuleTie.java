package org.bihuan.dispatch.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitTie;

/**
 * Rules give new items to a unit. A successor gets them from now on: a rule is never changed, so a
 * newer one takes over. A rule that is yet to begin, or to come back after a newer one, is for an
 * administrator to think of.
 */
@ApplicationScoped
class RuleTie implements UnitTie {

  private final RoutingRuleSets sets;
  private final RoutingRules rules;
  private final Clock clock;

  RuleTie(RoutingRuleSets sets, RoutingRules rules, Clock clock) {
    this.sets = sets;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "routingRules";
  }

  @Override
  public long count(String unitCode) {
    Instant now = clock.instant();
    return Stream.concat(Stream.of(sets.active(now)), sets.scheduled(now).stream())
        .mapToLong(set -> rules.naming(set.id(), unitCode, now).size())
        .sum();
  }

  @Override
  public void handOver(String unitCode, AssignedUnit successor) {
    sets.oneChangeAtATime();
    Instant now = clock.instant();
    RoutingRuleSet active = sets.active(now);
    handOver(active, unitCode, successor, now);
    sets.scheduled(now)
        .ifPresent(
            next -> {
              handOver(next, unitCode, successor, now);
              next.keepUpWith(rules.lastNumber(active.id()));
            });
    rules.flush();
  }

  private void handOver(RoutingRuleSet set, String unitCode, AssignedUnit successor, Instant now) {
    List<RoutingRule> inForce = rules.inForce(set.id(), now);
    for (RoutingRule rule : rules.naming(set.id(), unitCode, now)) {
      if (rule.isInForce(now) && inForce.stream().noneMatch(rule::isBehind)) {
        rules.add(set, handed(rule, unitCode, successor.code(), now));
      }
    }
  }

  private static RoutingRule.Terms handed(
      RoutingRule rule, String unitCode, String successor, Instant now) {
    String lead = rule.leadUnitCode().equals(unitCode) ? successor : rule.leadUnitCode();
    List<String> joint =
        rule.jointUnitCodes().stream()
            .map(code -> code.equals(unitCode) ? successor : code)
            .filter(code -> !code.equals(lead))
            .distinct()
            .toList();
    return new RoutingRule.Terms(rule.scope(), lead, joint, now, rule.validTo());
  }
}
