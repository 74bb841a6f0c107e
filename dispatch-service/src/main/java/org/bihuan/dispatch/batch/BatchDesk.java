package org.bihuan.dispatch.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.dispatch.batch.BatchView.BatchItem;
import org.bihuan.dispatch.batch.BatchView.BatchOrder;
import org.bihuan.dispatch.batch.PlannedOrder.PlannedItem;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.order.OrderRegister;
import org.bihuan.dispatch.order.SupervisionOrder;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;

/** Issues many orders at once, all of them or none. */
@ApplicationScoped
@Transactional
public class BatchDesk {

  private final Selection selection;
  private final ChosenDrafts chosen;
  private final OrderRegister register;
  private final Deadlines deadlines;
  private final ItemAccess access;

  BatchDesk(
      Selection selection,
      ChosenDrafts chosen,
      OrderRegister register,
      Deadlines deadlines,
      ItemAccess access) {
    this.selection = selection;
    this.chosen = chosen;
    this.register = register;
    this.deadlines = deadlines;
    this.access = access;
  }

  BatchView issue(NewBatch wanted) {
    Instant now = register.moment();
    List<BatchOrder> told = new ArrayList<>();
    for (PlannedOrder planned : selection.orders(wanted, now)) {
      SupervisionOrder order = wanted.onlyTries() ? null : open(wanted, planned, now);
      told.add(
          new BatchOrder(
              order == null ? null : order.id(),
              order == null ? null : order.serial(),
              planned.lead().published(),
              planned.items().stream().map(item -> told(item, now)).toList()));
    }
    return new BatchView(wanted.onlyTries(), told);
  }

  private SupervisionOrder open(NewBatch wanted, PlannedOrder planned, Instant now) {
    SupervisionOrder order =
        register.open(wanted.head(planned.lead()), now, access.actor().subject());
    planned
        .items()
        .forEach(item -> register.put(order, item.item(), item.line(), item.joint(), item.why()));
    return order;
  }

  BatchView issue(DraftBatch wanted) {
    Instant now = register.moment();
    List<BatchOrder> told = new ArrayList<>();
    for (SupervisionOrder draft : chosen.withoutFaults(wanted)) {
      PlannedOrder planned = chosen.plan(draft);
      if (!wanted.onlyTries()) {
        chosen.issue(draft, now);
      }
      told.add(
          new BatchOrder(
              draft.id(),
              draft.serial(),
              planned.lead().published(),
              planned.items().stream().map(item -> told(item, now)).toList()));
    }
    return new BatchView(wanted.onlyTries(), told);
  }

  private BatchItem told(PlannedItem planned, Instant now) {
    return new BatchItem(
        planned.line().problemId(),
        planned.item().id(),
        planned.item().problem().problemSerial(),
        planned.item().problem().title(),
        planned.joint().stream().map(AssignedUnit::published).toList(),
        planned.line().deadlineClass(),
        deadlines.first(planned.line().deadlineClass(), now).orElseThrow().dueAt(),
        planned.why() == null ? null : planned.why().published());
  }
}
