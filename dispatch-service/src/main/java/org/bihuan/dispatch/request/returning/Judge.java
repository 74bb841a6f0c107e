package org.bihuan.dispatch.request.returning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.routing.clause.DutyClauses;
import org.bihuan.dispatch.routing.route.RoutingWords;
import org.bihuan.dispatch.routing.ruling.Ruling;
import org.bihuan.dispatch.routing.ruling.Rulings;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Makes a ruling of what the special team wants to rule, when it can be. */
@ApplicationScoped
class Judge {

  private final Rulings rulings;
  private final DutyClauses clauses;
  private final UnitDirectory units;
  private final RoutingWords words;

  Judge(Rulings rulings, DutyClauses clauses, UnitDirectory units, RoutingWords words) {
    this.rulings = rulings;
    this.clauses = clauses;
    this.units = units;
    this.words = words;
  }

  /**
   * Enters the ruling.
   *
   * @throws Invalid naming every fault
   */
  Ruling rule(OrderItem item, ReturnRequest request, NewRuling wanted, Instant at, Actor by) {
    AssignedUnit lead = check(wanted, item.problem().scope());
    RoutingScope scope = RulingPolicy.scope(wanted, item.problem().scope());
    return rulings.enter(
        new Ruling.Matter(
            item.id(),
            request.id(),
            item.problem().problemSerial(),
            item.assignment().leadUnit(),
            request.suggestedUnit()),
        new Ruling.Judgement(
            lead,
            wanted.clauseCode(),
            wanted.reason(),
            scope,
            scope == null ? null : words.of(scope)),
        at,
        by);
  }

  private AssignedUnit check(NewRuling wanted, RoutingScope problem) {
    List<FieldError> faults = new ArrayList<>();
    AssignedUnit lead = null;
    try {
      lead = units.lead(wanted.leadUnitCode(), "leadUnitCode");
    } catch (Invalid unusable) {
      faults.addAll(unusable.faults());
    }
    if (clauses.findById(wanted.clauseCode()) == null) {
      faults.add(new FieldError("clauseCode", "unknown-duty-clause"));
    }
    RulingPolicy.fault(wanted, problem).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return lead;
  }
}
