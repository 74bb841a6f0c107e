package org.bihuan.dispatch.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.Assignment;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.order.serial.Serials;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;

/** Enters orders under their serial numbers, and what the special team puts on them. */
@ApplicationScoped
public class OrderRegister {

  private final Orders orders;
  private final Serials serials;
  private final Deadlines deadlines;
  private final ItemAccess access;
  private final ItemJournal journal;
  private final Clock clock;

  OrderRegister(
      Orders orders,
      Serials serials,
      Deadlines deadlines,
      ItemAccess access,
      ItemJournal journal,
      Clock clock) {
    this.orders = orders;
    this.serials = serials;
    this.deadlines = deadlines;
    this.access = access;
    this.journal = journal;
    this.clock = clock;
  }

  /** This moment, at which an order is issued and the limits of its items begin. */
  public Instant moment() {
    return clock.instant();
  }

  /**
   * Issues an order at {@code moment}.
   *
   * @param by opaque subject of who issues it, or the rule that does
   */
  public SupervisionOrder open(Head head, Instant moment, String by) {
    SupervisionOrder order = SupervisionOrder.issue(head, serials.next(moment), moment, by);
    orders.persist(order);
    return order;
  }

  /** Issues a draft in the same way. */
  void open(SupervisionOrder draft, Instant moment, String by) {
    draft.issue(serials.next(moment), moment, by);
  }

  /** Whether a unit can be given a limit of this class now. */
  boolean hasLimit(DeadlineClass deadlineClass) {
    return deadlines.first(deadlineClass, moment()).isPresent();
  }

  /**
   * Puts an item on an issued order, for the first time or from one that nobody has acknowledged.
   *
   * @param joint units that help with it
   * @param why what decided that it is the order's unit
   */
  public void put(
      SupervisionOrder order,
      OrderItem item,
      NewOrderItem line,
      List<AssignedUnit> joint,
      Why why) {
    Assignment.Terms terms =
        new Assignment.Terms(
            order.id(),
            order.serial(),
            order.leadUnit(),
            joint,
            line.deadlineClass(),
            deadlines.first(line.deadlineClass(), order.issuedAt()).orElseThrow(),
            line.demand(),
            line.responsiblePerson(),
            why);
    journal.issued(item, order.kind(), item.takeOver(terms, access.actor()));
  }
}
