package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.OrderKind;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/** Reads what the special team wants an order to say, and refuses what no order can say. */
@ApplicationScoped
class OrderCheck {

  private final OrderItems items;
  private final UnitDirectory units;
  private final Deadlines deadlines;

  OrderCheck(OrderItems items, UnitDirectory units, Deadlines deadlines) {
    this.items = items;
    this.units = units;
    this.deadlines = deadlines;
  }

  /**
   * What an order says.
   *
   * @param items of its problems, by problem
   */
  record Content(
      Head head, List<AssignedUnit> joint, List<NewOrderItem> lines, Map<UUID, OrderItem> items) {

    OrderItem itemOf(NewOrderItem line) {
      return items.get(line.problemId());
    }

    List<DraftLine> draftLines() {
      return lines.stream().map(line -> DraftLine.of(line, itemOf(line))).toList();
    }
  }

  /**
   * The content of an order.
   *
   * @throws Invalid naming all its faults
   */
  Content read(NewOrder wanted, Instant moment) {
    Map<UUID, OrderItem> found = items.newestOf(wanted.problemIds());
    refuseFaults(wanted, found.keySet(), moment);
    AssignedUnit lead = units.lead(wanted.leadUnitCode(), "leadUnitCode");
    List<AssignedUnit> joint = units.joint(wanted.jointUnitCodes(), lead, "jointUnitCodes");
    return new Content(wanted.head(lead), joint, wanted.items(), found);
  }

  private void refuseFaults(NewOrder wanted, Set<UUID> known, Instant moment) {
    List<FieldError> faults = new ArrayList<>();
    if (wanted.kind() == OrderKind.ROUTINE) {
      faults.add(new FieldError("kind", "one-of", "SPECIAL, BULLETIN"));
    }
    faults.addAll(wanted.grounds().faults(DistrictTime.day(moment)));
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

  /** Which units of a draft take no more work since it was saved. */
  List<FieldError> unitFaults(SupervisionOrder draft, String prefix) {
    List<FieldError> faults = new ArrayList<>();
    if (!takesWork(draft.leadUnit())) {
      faults.add(new FieldError(prefix + "leadUnitCode", "inactive-unit"));
    }
    List<AssignedUnit> joint = draft.draftJointUnits();
    for (int i = 0; i < joint.size(); i++) {
      if (!takesWork(joint.get(i))) {
        faults.add(new FieldError(prefix + "jointUnitCodes[" + i + "]", "inactive-unit"));
      }
    }
    return faults;
  }

  private boolean takesWork(AssignedUnit unit) {
    return !units.active(List.of(unit.code())).isEmpty();
  }
}
