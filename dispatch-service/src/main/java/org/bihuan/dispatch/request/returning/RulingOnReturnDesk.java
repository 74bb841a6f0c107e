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
import org.bihuan.dispatch.routing.ruling.Ruling;
import org.bihuan.dispatch.routing.ruling.RulingView;

/**
 * Rules on returns over which two units have gone back and forth. The item goes on a new order of
 * the unit whose business it is, with a fresh limit; when that is the one which has it, it stays
 * there under its old limit.
 */
@ApplicationScoped
@Transactional
public class RulingOnReturnDesk {

  private final ItemAccess access;
  private final ReturnRequests requests;
  private final Judge judge;
  private final Reassignment reassignment;
  private final ItemJournal journal;
  private final Clock clock;

  RulingOnReturnDesk(
      ItemAccess access,
      ReturnRequests requests,
      Judge judge,
      Reassignment reassignment,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.requests = requests;
    this.judge = judge;
    this.reassignment = reassignment;
    this.journal = journal;
    this.clock = clock;
  }

  RulingView rule(UUID itemId, UUID id, NewRuling wanted) {
    Held<ReturnRequest> held = requests.toDecide(itemId, id);
    held.request().refuseRuling();
    Instant now = clock.instant();
    Actor actor = access.actor();
    Ruling ruling = judge.rule(held.item(), held.request(), wanted, now, actor);
    if (held.item().assignment().isLedBy(ruling.leadUnit().code())) {
      keep(held.item(), held.request(), ruling);
    } else {
      move(held.item(), held.request(), ruling);
    }
    return RulingView.of(ruling);
  }

  private void keep(OrderItem item, ReturnRequest request, Ruling ruling) {
    Actor by = ruling.ruledBy();
    request.decide(RequestDecision.REFUSED, ruling.reason(), ruling.ruledAt(), by);
    Step step = item.keepByRuling(ruling.reason(), Why.ruling(ruling), ruling.ruledAt(), by);
    journal.tell(step, request.decided(item, step, ruling.id()));
  }

  private void move(OrderItem item, ReturnRequest request, Ruling ruling) {
    Actor by = ruling.ruledBy();
    Instant at = ruling.ruledAt();
    Why why = Why.ruling(ruling);
    request.accept(ruling.leadUnit(), ruling.reason(), at, by);
    Step step = item.acceptReturn(ruling.reason(), why, at, by);
    journal.tell(step, request.decided(item, step, ruling.id()));
    reassignment.giveTo(item, ruling.leadUnit(), why, at, by);
  }
}
