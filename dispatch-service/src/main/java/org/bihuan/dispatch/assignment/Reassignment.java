package org.bihuan.dispatch.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.Assignment;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.order.OrderRegister;
import org.bihuan.dispatch.order.SupervisionOrder;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;

/** Gives an item that its unit returned to another one, or lets it wait for one. */
@ApplicationScoped
public class Reassignment {

  private final Deadlines deadlines;
  private final OrderRegister register;
  private final ItemJournal journal;

  Reassignment(Deadlines deadlines, OrderRegister register, ItemJournal journal) {
    this.deadlines = deadlines;
    this.register = register;
    this.journal = journal;
  }

  /**
   * Puts a returned item on an order of its own, with a fresh limit of its class and what was
   * demanded before.
   *
   * @param why who or what decided
   * @param unit {@code null} when none is named yet: then the limit of an assignment begins
   */
  public void giveTo(OrderItem item, AssignedUnit unit, Why why, Instant now, Actor by) {
    if (unit == null) {
      leaveUnassigned(item, why, now, by);
    } else {
      SupervisionOrder order = register.open(Head.routine(unit), now, by.subject());
      journal.issued(item, order.kind(), item.assign(terms(item, order, why), by));
    }
  }

  private void leaveUnassigned(OrderItem item, Why why, Instant now, Actor by) {
    Deadline assignment = deadlines.assignment(item.deadlineClass(), now).orElse(null);
    journal.leftUnassigned(
        item, item.leaveUnassigned(UnassignedReason.RETURNED, why, assignment, now, by));
  }

  private Assignment.Terms terms(OrderItem item, SupervisionOrder order, Why why) {
    return new Assignment.Terms(
        order.id(),
        order.serial(),
        order.leadUnit(),
        List.of(),
        item.deadlineClass(),
        deadlines.first(item.deadlineClass(), order.issuedAt()).orElseThrow(),
        item.assignment().demand(),
        null,
        why);
  }
}
