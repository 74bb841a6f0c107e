package org.bihuan.dispatch.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.RoutingRules;
import org.bihuan.dispatch.routing.RuleTerms;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Fills a set with the rules of another and with changes. */
@ApplicationScoped
class RuleCopies {

  private final RoutingRules rules;
  private final RuleTerms terms;
  private final UnitDirectory units;

  RuleCopies(RoutingRules rules, RuleTerms terms, UnitDirectory units) {
    this.rules = rules;
    this.terms = terms;
    this.units = units;
  }

  int lastNumber(RoutingRuleSet set) {
    return rules.lastNumber(set.id());
  }

  /**
   * Copies what may still decide, under the same numbers, without the removals; then the additions,
   * under numbers that the base never had.
   *
   * @throws Invalid naming the change at fault
   */
  void fill(RoutingRuleSet draft, RoutingRuleSet base, NewRuleSet wanted, Instant now) {
    List<RoutingRule> copied = rules.mayDecide(base.id(), now);
    refuseUnknown(wanted.removals(), copied);
    Set<Object> taken = new HashSet<>();
    for (RoutingRule rule : copied) {
      if (!wanted.removals().contains(rule.number())) {
        rules.persist(RoutingRule.of(draft.id(), rule.number(), rule.terms()));
        taken.add(List.of(rule.scope(), rule.validFrom()));
      }
    }
    int number = lastNumber(base);
    for (int i = 0; i < wanted.additions().size(); i++) {
      String path = "additions[" + i + "]";
      RoutingRule.Terms added = terms.of(wanted.additions().get(i), path + ".", now);
      if (!taken.add(List.of(added.scope(), added.validFrom()))) {
        throw new Invalid(path, "rule-twice");
      }
      rules.persist(RoutingRule.of(draft.id(), ++number, added));
    }
    rules.flush();
  }

  private static void refuseUnknown(List<Integer> removals, List<RoutingRule> copied) {
    Set<Integer> known = copied.stream().map(RoutingRule::number).collect(Collectors.toSet());
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < removals.size(); i++) {
      if (!known.contains(removals.get(i))) {
        faults.add(new FieldError("removals[" + i + "]", "unknown-rule"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** Codes of the units that rules of the set name and that take no more work. */
  List<String> inactiveUnits(RoutingRuleSet set, Instant from) {
    Set<String> named = new TreeSet<>();
    for (RoutingRule rule : rules.mayDecide(set.id(), from)) {
      named.add(rule.leadUnitCode());
      named.addAll(rule.jointUnitCodes());
    }
    units.active(named).forEach(unit -> named.remove(unit.code()));
    return List.copyOf(named);
  }
}
