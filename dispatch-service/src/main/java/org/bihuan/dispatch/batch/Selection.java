package org.bihuan.dispatch.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.dispatch.batch.NewBatch.SelectedItem;
import org.bihuan.dispatch.batch.PlannedOrder.PlannedItem;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;
import org.bihuan.dispatch.routing.route.Route;
import org.bihuan.dispatch.routing.route.Routing;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/**
 * Sorts selected problems by the unit that will answer for them: the one that is named, or the one
 * that has the item, or the one that the rules name now.
 */
@ApplicationScoped
class Selection {

  private final OrderItems items;
  private final ItemAccess access;
  private final UnitDirectory units;
  private final Routing routing;
  private final Deadlines deadlines;

  Selection(
      OrderItems items,
      ItemAccess access,
      UnitDirectory units,
      Routing routing,
      Deadlines deadlines) {
    this.items = items;
    this.access = access;
    this.units = units;
    this.routing = routing;
    this.deadlines = deadlines;
  }

  /**
   * One order for each unit, in the order in which the units come up. The items are held, so that
   * nobody changes them until they are issued.
   *
   * @throws Invalid naming every problem that cannot be put on an order
   */
  List<PlannedOrder> orders(NewBatch wanted, Instant now) {
    Map<UUID, OrderItem> found = items.newestHeldOf(wanted.problemIds());
    List<FieldError> faults = new ArrayList<>(wanted.grounds().faults(DistrictTime.day(now)));
    Map<String, List<PlannedItem>> sorted = new LinkedHashMap<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < wanted.items().size(); i++) {
      SelectedItem selected = wanted.items().get(i);
      String field = "items[" + i + "].";
      if (!seen.add(selected.problemId())) {
        faults.add(new FieldError(field + "problemId", "named-twice"));
        continue;
      }
      OrderItem item = found.get(selected.problemId());
      int before = faults.size();
      PlannedItem planned = item == null ? null : plan(item, selected, field, now, faults);
      if (item == null) {
        faults.add(new FieldError(field + "problemId", "unknown-problem"));
      } else if (faults.size() == before) {
        sorted.computeIfAbsent(planned.lead().code(), unit -> new ArrayList<>()).add(planned);
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    // By code: items may know the unit by a name that it had before.
    return sorted.values().stream()
        .map(planned -> new PlannedOrder(planned.get(planned.size() - 1).lead(), planned))
        .toList();
  }

  private PlannedItem plan(
      OrderItem item, SelectedItem selected, String field, Instant now, List<FieldError> faults) {
    if (!item.canBeOrdered()) {
      faults.add(new FieldError(field + "problemId", "item-not-assignable"));
    }
    NewOrderItem line = selected.line(item.deadlineClass());
    if (deadlines.first(line.deadlineClass(), now).isEmpty()) {
      faults.add(new FieldError(field + "deadlineClass", "no-limit-for-class"));
    }
    Why byHand = Why.byHand(access.actor());
    if (selected.leadUnitCode() != null) {
      AssignedUnit lead = named(selected.leadUnitCode(), field + "leadUnitCode", faults);
      return new PlannedItem(item, line, lead, List.of(), byHand);
    }
    if (!item.isOnNoOrder()) {
      AssignedUnit lead = item.assignment().leadUnit();
      return new PlannedItem(item, line, lead, item.assignment().jointUnits(), byHand);
    }
    Route route = routing.of(item.problem().scope(), now);
    if (route.missing() != null) {
      faults.add(new FieldError(field + "leadUnitCode", "no-unit-by-rule"));
    }
    return new PlannedItem(item, line, route.leadUnit(), route.jointUnits(), route.why());
  }

  private AssignedUnit named(String text, String field, List<FieldError> faults) {
    try {
      return units.lead(text, field);
    } catch (Invalid e) {
      faults.addAll(e.faults());
      return null;
    }
  }
}
