package org.bihuan.dispatch.request.returning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemReturnRequested;
import org.bihuan.contract.DispatchEvent.ItemReturnWithdrawn;
import org.bihuan.contract.UnitName;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.request.RequestAccess.Held;
import org.bihuan.dispatch.routing.clause.DutyClauses;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Takes requests of units to return an item, and takes them back. */
@ApplicationScoped
@Transactional
public class ReturnDesk {

  private final ItemAccess access;
  private final ReturnRequests requests;
  private final DutyClauses clauses;
  private final UnitDirectory units;
  private final ItemJournal journal;
  private final Clock clock;

  ReturnDesk(
      ItemAccess access,
      ReturnRequests requests,
      DutyClauses clauses,
      UnitDirectory units,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.requests = requests;
    this.clauses = clauses;
    this.units = units;
    this.journal = journal;
    this.clock = clock;
  }

  List<ReturnRequestView> list(UUID itemId) {
    return requests.visible(itemId).stream().map(ReturnRequestView::of).toList();
  }

  ReturnRequestView read(UUID itemId, UUID id) {
    return ReturnRequestView.of(requests.visible(itemId, id));
  }

  ReturnRequestView request(UUID itemId, NewReturnRequest wanted) {
    OrderItem item = access.toAnswerFor(itemId);
    AssignedUnit suggested = check(item, wanted);
    Instant now = clock.instant();
    Actor actor = access.actor();
    boolean ruling = requests.movedBetween(item, suggested);
    ReturnRequest request = new ReturnRequest(item.id(), wanted, suggested, ruling, now, actor);
    Step step = item.requestReturn(request.id(), request.reason(), now, actor);
    requests.add(request);
    journal.tell(step, requested(item, step, request));
    return ReturnRequestView.of(request);
  }

  private AssignedUnit check(OrderItem item, NewReturnRequest wanted) {
    List<FieldError> faults = new ArrayList<>();
    if (clauses.findById(wanted.clauseCode()) == null) {
      faults.add(new FieldError("clauseCode", "unknown-duty-clause"));
    }
    AssignedUnit suggested = suggested(item, wanted.suggestedUnitCode(), faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return suggested;
  }

  private AssignedUnit suggested(OrderItem item, String text, List<FieldError> faults) {
    if (text == null) {
      return null;
    }
    try {
      return units.namedBeside(item.assignment().leadUnit(), text, "suggestedUnitCode");
    } catch (Invalid unusable) {
      faults.addAll(unusable.faults());
      return null;
    }
  }

  /** The unit takes its request back and keeps the item. */
  ReturnRequestView withdraw(UUID itemId, UUID id) {
    Held<ReturnRequest> held = requests.toWithdraw(itemId, id);
    Instant now = clock.instant();
    Actor actor = access.actor();
    Step step = held.item().withdrawReturn(now, actor);
    held.request().withdraw(now, actor);
    journal.tell(step, withdrawn(held.item(), step, id));
    return requests.written(held.request());
  }

  private static ItemReturnRequested requested(OrderItem item, Step step, ReturnRequest request) {
    UnitName suggested =
        request.suggestedUnit() == null ? null : request.suggestedUnit().published();
    return new ItemReturnRequested(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        request.id(),
        request.clauseCode(),
        suggested,
        request.isRulingNeeded(),
        request.reason(),
        step.at(),
        step.actor());
  }

  private static ItemReturnWithdrawn withdrawn(OrderItem item, Step step, UUID requestId) {
    return new ItemReturnWithdrawn(
        item.id(), item.problem().problemId(), step.sequence(), requestId, step.at(), step.actor());
  }
}
