package org.bihuan.dispatch.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.Assignment;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.order.OrderRegister;
import org.bihuan.dispatch.order.SupervisionOrder;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.routing.route.Route;
import org.bihuan.dispatch.routing.route.Routing;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sameday.SameDays;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.Deadlines;

/**
 * Turns a filed problem into an order without anyone's hand. Where no rule names a unit or a limit,
 * the item waits, with the reason and against a limit, for the special team.
 */
@ApplicationScoped
@Transactional
public class IssueDesk {

  private static final Actor RULES = Actor.system("routing-rule");

  private final OrderItems items;
  private final Routing routing;
  private final Deadlines deadlines;
  private final OrderRegister register;
  private final SameDays sameDays;
  private final ItemJournal journal;

  IssueDesk(
      OrderItems items,
      Routing routing,
      Deadlines deadlines,
      OrderRegister register,
      SameDays sameDays,
      ItemJournal journal) {
    this.items = items;
    this.routing = routing;
    this.deadlines = deadlines;
    this.register = register;
    this.sameDays = sameDays;
    this.journal = journal;
  }

  /** Makes the item of a problem. A problem has one item; a second filing is noted with it. */
  public void issue(ProblemFiled filed, UUID eventId) {
    if (items.existsFor(filed.problemId())) {
      noteSecondFiling(filed, eventId);
    } else {
      issue(filed);
    }
  }

  private void noteSecondFiling(ProblemFiled filed, UUID eventId) {
    OrderItem item = items.toldOf(filed.problemId());
    journal.cameLate(item, filed, eventId, filed.actor(), register.moment());
  }

  private void issue(ProblemFiled filed) {
    OrderItem item = OrderItem.of(filed);
    sameDays.of(filed.sourceKind(), filed.filedAt()).ifPresent(item::dueOnOrder);
    route(item, register.moment());
  }

  /**
   * The item says what intake corrected. As long as no unit has had it, the rules are asked anew;
   * for an item that has ended the correction is noted.
   */
  public void correct(ProblemCorrected fact, UUID eventId) {
    OrderItem item = items.toldOf(fact.problemId());
    Instant now = register.moment();
    if (item.isEnded()) {
      journal.cameLate(item, fact, eventId, fact.actor(), now);
      return;
    }
    journal.corrected(
        item,
        item.correct(fact.categoryCode(), fact.deadlineClass(), fact.place(), now, fact.actor()));
    if (item.waitsForRule()) {
      route(item, now);
    }
  }

  private void route(OrderItem item, Instant now) {
    Route route = routing.of(item.problem().scope(), now);
    Optional<Deadline> deadline = deadlines.first(item.deadlineClass(), now);
    if (route.missing() != null) {
      leaveUnassigned(item, route.missing(), route.why(), now);
    } else if (deadline.isEmpty()) {
      leaveUnassigned(item, UnassignedReason.NO_LIMIT_FOR_CLASS, route.why(), now);
    } else {
      issue(item, route, deadline.get());
    }
  }

  private void leaveUnassigned(OrderItem item, UnassignedReason reason, Why why, Instant now) {
    if (reason == item.unassignedReason() && Objects.equals(why, item.why())) {
      return;
    }
    Deadline assignment = deadlines.assignment(item.deadlineClass(), now).orElse(null);
    Step step = item.leaveUnassigned(reason, why, assignment, now, RULES);
    items.persist(item);
    journal.leftUnassigned(item, step);
  }

  private void issue(OrderItem item, Route route, Deadline deadline) {
    SupervisionOrder order =
        register.open(Head.routine(route.leadUnit()), deadline.startedAt(), RULES.subject());
    Step step =
        item.issue(
            new Assignment.Terms(
                order.id(),
                order.serial(),
                route.leadUnit(),
                route.jointUnits(),
                item.deadlineClass(),
                deadline,
                null,
                null,
                route.why()),
            RULES);
    items.persist(item);
    journal.issued(item, order.kind(), step);
  }
}
