package org.bihuan.dispatch.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.Assignment.Terms;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.order.OrderRegister;
import org.bihuan.dispatch.order.SupervisionOrder;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Invalid;

/** Gives single items to units by hand. */
@ApplicationScoped
@Transactional
public class AssignmentDesk {

  private final ItemAccess access;
  private final UnitDirectory units;
  private final Deadlines deadlines;
  private final OrderRegister register;
  private final ItemJournal journal;

  AssignmentDesk(
      ItemAccess access,
      UnitDirectory units,
      Deadlines deadlines,
      OrderRegister register,
      ItemJournal journal) {
    this.access = access;
    this.units = units;
    this.deadlines = deadlines;
    this.register = register;
    this.journal = journal;
  }

  /** Puts one unassigned item on an order of its own. */
  void assign(UUID itemId, AssignmentResource.Assignment wanted) {
    OrderItem item = access.toActOn(itemId);
    Deadline deadline =
        deadlines
            .first(wanted.deadlineClass(), register.moment())
            .orElseThrow(() -> new Invalid("deadlineClass", "no-limit-for-class"));
    AssignedUnit lead = units.lead(wanted.leadUnitCode(), "leadUnitCode");
    List<AssignedUnit> joint = units.joint(wanted.jointUnitCodes(), lead, "jointUnitCodes");
    SupervisionOrder order =
        register.open(Head.routine(lead), deadline.startedAt(), access.actor().subject());
    journal.issued(
        item, order.kind(), item.assign(terms(order, joint, wanted, deadline), access.actor()));
  }

  private Terms terms(
      SupervisionOrder order,
      List<AssignedUnit> joint,
      AssignmentResource.Assignment wanted,
      Deadline deadline) {
    return new Terms(
        order.id(),
        order.serial(),
        order.leadUnit(),
        joint,
        wanted.deadlineClass(),
        deadline,
        wanted.demand(),
        wanted.responsiblePerson(),
        Why.byHand(access.actor()));
  }
}
