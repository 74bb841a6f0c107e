package org.bihuan.dispatch.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.dispatch.batch.PlannedOrder.PlannedItem;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.order.DraftDesk;
import org.bihuan.dispatch.order.DraftLine;
import org.bihuan.dispatch.order.Orders;
import org.bihuan.dispatch.order.SupervisionOrder;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** The drafts that are to be issued together. */
@ApplicationScoped
class ChosenDrafts {

  private final Orders orders;
  private final DraftDesk drafts;
  private final OrderItems items;
  private final ItemAccess access;

  ChosenDrafts(Orders orders, DraftDesk drafts, OrderItems items, ItemAccess access) {
    this.orders = orders;
    this.drafts = drafts;
    this.items = items;
    this.access = access;
  }

  /**
   * The drafts, held until the end of the transaction, in the order in which they are named.
   *
   * @throws Invalid naming all that keeps any of them from being issued
   */
  List<SupervisionOrder> withoutFaults(DraftBatch wanted) {
    Map<UUID, SupervisionOrder> held = held(wanted.draftIds());
    drafts.hold(held.values());
    List<FieldError> faults = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    Set<UUID> problems = new HashSet<>();
    for (int i = 0; i < wanted.draftIds().size(); i++) {
      SupervisionOrder draft = held.get(wanted.draftIds().get(i));
      String field = "draftIds[" + i + "]";
      if (!seen.add(wanted.draftIds().get(i))) {
        faults.add(new FieldError(field, "duplicate"));
      } else if (draft == null) {
        faults.add(new FieldError(field, "unknown-draft"));
      } else if (!draft.isDraft()) {
        faults.add(new FieldError(field, "not-a-draft"));
      } else {
        faults.addAll(drafts.faults(draft, field + "."));
        faults.addAll(repeated(draft, field, problems));
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return wanted.draftIds().stream().map(held::get).toList();
  }

  /** Held in one order, so that two who want the same ones do not wait in a circle. */
  private Map<UUID, SupervisionOrder> held(List<UUID> ids) {
    return ids.stream()
        .distinct()
        .sorted()
        .flatMap(id -> orders.held(id, access.visibleOrders()).stream())
        .collect(Collectors.toMap(SupervisionOrder::id, Function.identity()));
  }

  /** Problems that another of the drafts takes already. */
  private static List<FieldError> repeated(
      SupervisionOrder draft, String field, Set<UUID> problems) {
    List<FieldError> faults = new ArrayList<>();
    List<DraftLine> lines = draft.draftLines();
    for (int i = 0; i < lines.size(); i++) {
      if (!problems.add(lines.get(i).problemId())) {
        faults.add(new FieldError(field + ".items[" + i + "].problemId", "named-twice"));
      }
    }
    return faults;
  }

  /** What a draft issues. */
  PlannedOrder plan(SupervisionOrder draft) {
    List<DraftLine> lines = draft.draftLines();
    Map<UUID, OrderItem> found = items.newestOf(lines.stream().map(DraftLine::problemId).toList());
    Why byHand = Why.byHand(access.actor());
    return new PlannedOrder(
        draft.leadUnit(),
        lines.stream()
            .map(
                line ->
                    new PlannedItem(
                        found.get(line.problemId()),
                        line.line(),
                        draft.leadUnit(),
                        draft.draftJointUnits(),
                        byHand))
            .toList());
  }

  void issue(SupervisionOrder draft, Instant now) {
    drafts.issue(draft, now);
  }
}
