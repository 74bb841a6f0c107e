package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.Assignment;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.order.SupervisionOrder.OrderKind;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/** Issues the orders of the special team: one with many items, or one item by hand. */
@ApplicationScoped
@Transactional
public class OrderDesk {

  private final OrderItems items;
  private final ItemAccess access;
  private final UnitDirectory units;
  private final Deadlines deadlines;
  private final OrderRegister register;
  private final ItemJournal journal;

  OrderDesk(
      OrderItems items,
      ItemAccess access,
      UnitDirectory units,
      Deadlines deadlines,
      OrderRegister register,
      ItemJournal journal) {
    this.items = items;
    this.access = access;
    this.units = units;
    this.deadlines = deadlines;
    this.register = register;
    this.journal = journal;
  }

  /** Issues an order with all its items, or none of it. */
  UUID create(NewOrder wanted) {
    Instant moment = register.moment();
    Map<UUID, OrderItem> found =
        items.newestOf(wanted.items().stream().map(NewOrderItem::problemId).toList());
    refuseFaults(wanted, found.keySet(), moment);
    AssignedUnit lead = units.lead(wanted.leadUnitCode(), "leadUnitCode");
    List<AssignedUnit> joint = units.joint(wanted.jointUnitCodes(), lead, "jointUnitCodes");
    SupervisionOrder order = register.open(wanted.head(lead), moment, access.actor().subject());
    for (NewOrderItem line : wanted.items()) {
      OrderItem item = found.get(line.problemId());
      journal.issued(item, item.takeOver(terms(order, joint, line), access.actor()));
    }
    return order.id();
  }

  private void refuseFaults(NewOrder wanted, Set<UUID> known, Instant moment) {
    List<FieldError> faults = new ArrayList<>();
    if (wanted.kind() == OrderKind.ROUTINE) {
      faults.add(new FieldError("kind", "one-of", "SPECIAL, BULLETIN"));
    }
    refuseFaultsOfBasis(wanted, moment, faults);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < wanted.items().size(); i++) {
      NewOrderItem line = wanted.items().get(i);
      if (!seen.add(line.problemId())) {
        faults.add(new FieldError("items[" + i + "].problemId", "named-twice"));
      } else if (!known.contains(line.problemId())) {
        faults.add(new FieldError("items[" + i + "].problemId", "unknown-problem"));
      }
      if (deadlines.first(line.deadlineClass(), moment).isEmpty()) {
        faults.add(new FieldError("items[" + i + "].deadlineClass", "no-limit-for-class"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void refuseFaultsOfBasis(
      NewOrder wanted, Instant moment, List<FieldError> faults) {
    boolean named = wanted.basisReference() != null || wanted.basisOn() != null;
    if (named && wanted.basisKind() == null) {
      faults.add(new FieldError("basisKind", "basis-without-kind"));
    }
    if (wanted.basisOn() != null && wanted.basisOn().isAfter(DistrictTime.day(moment))) {
      faults.add(new FieldError("basisOn", "in-the-future"));
    }
  }

  /** Puts one unassigned item on an order of its own. */
  void assign(UUID itemId, AssignmentResource.Assignment wanted) {
    OrderItem item = access.toActOn(itemId);
    Instant moment = register.moment();
    NewOrderItem line = wanted.line(item.problem().problemId());
    if (deadlines.first(line.deadlineClass(), moment).isEmpty()) {
      throw new Invalid("deadlineClass", "no-limit-for-class");
    }
    AssignedUnit lead = units.lead(wanted.leadUnitCode(), "leadUnitCode");
    List<AssignedUnit> joint = units.joint(wanted.jointUnitCodes(), lead, "jointUnitCodes");
    SupervisionOrder order = register.open(Head.routine(lead), moment, access.actor().subject());
    journal.issued(item, item.assign(terms(order, joint, line), access.actor()));
  }

  private Assignment.Terms terms(
      SupervisionOrder order, List<AssignedUnit> joint, NewOrderItem line) {
    return new Assignment.Terms(
        order.id(),
        order.serial(),
        order.leadUnit(),
        joint,
        line.deadlineClass(),
        deadlines.first(line.deadlineClass(), order.issuedAt()).orElseThrow(),
        line.demand(),
        line.responsiblePerson(),
        Why.byHand(access.actor()));
  }
}
