package org.bihuan.dispatch.request.returning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.RequestDecision;
import org.bihuan.dispatch.assignment.Reassignment;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.request.RequestAccess.Held;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;

/**
 * Decides about returns. An item that is taken back goes on a new order of another unit, with a
 * fresh limit, or waits for one; an item that is not stays where and as it was.
 */
@ApplicationScoped
@Transactional
public class ReturnDecisionDesk {

  private final ItemAccess access;
  private final ReturnRequests requests;
  private final UnitDirectory units;
  private final Reassignment reassignment;
  private final ItemJournal journal;
  private final Clock clock;

  ReturnDecisionDesk(
      ItemAccess access,
      ReturnRequests requests,
      UnitDirectory units,
      Reassignment reassignment,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.requests = requests;
    this.units = units;
    this.reassignment = reassignment;
    this.journal = journal;
    this.clock = clock;
  }

  ReturnRequestView decide(UUID itemId, UUID id, ReturnDecision decision) {
    Held<ReturnRequest> held = requests.toDecide(itemId, id);
    held.request().refuseWithoutRuling();
    ReturnPolicy.check(decision);
    if (decision.decision() == RequestDecision.ACCEPTED) {
      accept(held.item(), held.request(), decision);
    } else {
      refuse(held.item(), held.request(), decision);
    }
    return requests.written(held.request());
  }

  private void accept(OrderItem item, ReturnRequest request, ReturnDecision decision) {
    AssignedUnit next = next(item, request, decision.leadUnitCode());
    Instant now = clock.instant();
    Actor actor = access.actor();
    request.accept(next, decision.opinion(), now, actor);
    Why why = Why.returned(actor);
    Step step = item.acceptReturn(decision.opinion(), why, now, actor);
    journal.tell(step, request.decided(item, step, null));
    reassignment.giveTo(item, next, why, now, actor);
  }

  private void refuse(OrderItem item, ReturnRequest request, ReturnDecision decision) {
    Instant now = clock.instant();
    Actor actor = access.actor();
    request.decide(RequestDecision.REFUSED, decision.opinion(), now, actor);
    Step step = item.refuseReturn(decision.opinion(), now, actor);
    journal.tell(step, request.decided(item, step, null));
  }

  /** The unit the team names, else the one the returning unit has suggested, else none yet. */
  private AssignedUnit next(OrderItem item, ReturnRequest request, String named) {
    AssignedUnit suggested = request.suggestedUnit();
    if (named == null && suggested == null) {
      return null;
    }
    String text = named == null ? suggested.code() : named;
    return units.namedBeside(item.assignment().leadUnit(), text, "leadUnitCode");
  }
}
