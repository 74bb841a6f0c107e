package org.bihuan.dispatch.request.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemExtensionDecided;
import org.bihuan.contract.DispatchEvent.ItemExtensionRequested;
import org.bihuan.contract.RequestDecision;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.request.RequestAccess;
import org.bihuan.dispatch.request.RequestAccess.Held;
import org.bihuan.dispatch.request.RequestStatus;
import org.bihuan.dispatch.request.UnitRequests;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.kit.refusal.Invalid;

/** Takes requests of units for more time, and decides about them. */
@ApplicationScoped
@Transactional
public class ExtensionDesk {

  private final ItemAccess items;
  private final UnitRequests requests;
  private final RequestAccess access;
  private final Deadlines deadlines;
  private final ItemJournal journal;
  private final Clock clock;

  ExtensionDesk(
      ItemAccess items,
      UnitRequests requests,
      RequestAccess access,
      Deadlines deadlines,
      ItemJournal journal,
      Clock clock) {
    this.items = items;
    this.requests = requests;
    this.access = access;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  List<ExtensionRequestView> list(UUID itemId) {
    return access.list(itemId, ExtensionRequest.class).stream()
        .map(ExtensionRequestView::of)
        .toList();
  }

  ExtensionRequestView read(UUID itemId, UUID id) {
    return ExtensionRequestView.of(access.read(itemId, id, ExtensionRequest.class));
  }

  ExtensionRequestView request(UUID itemId, NewExtensionRequest wanted) {
    OrderItem item = items.toAnswerFor(itemId);
    Instant now = clock.instant();
    Actor actor = items.actor();
    ExtensionRequest request = new ExtensionRequest(item.id(), wanted, now, actor);
    CountedTime time = deadlines.time(item.timeLimit().ruleVersion());
    Step step =
        item.requestExtension(request.id(), wanted.until(), time, wanted.reason(), now, actor);
    requests.persistAndFlush(request);
    journal.tell(step, requested(item, step, request));
    return ExtensionRequestView.of(request);
  }

  ExtensionRequestView decide(UUID itemId, UUID id, ExtensionDecision decision) {
    Held<ExtensionRequest> held = access.toDecide(itemId, id, ExtensionRequest.class);
    check(decision);
    Instant now = clock.instant();
    Actor actor = items.actor();
    ExtensionRequest request = held.request();
    request.decide(decision.decision(), decision.opinion(), now, actor);
    Step step = take(held.item(), request, now, actor);
    journal.tell(step, decided(held.item(), step, request));
    requests.flush();
    return ExtensionRequestView.of(request);
  }

  private Step take(OrderItem item, ExtensionRequest decided, Instant now, Actor actor) {
    if (decided.status() == RequestStatus.REFUSED) {
      return item.refuseExtension(decided.opinion(), now, actor);
    }
    CountedTime time = deadlines.time(item.timeLimit().ruleVersion());
    return item.extend(decided.until(), time, decided.opinion(), now, actor);
  }

  /** A refusal says why. */
  private static void check(ExtensionDecision decision) {
    if (decision.decision() == RequestDecision.REFUSED && decision.opinion() == null) {
      throw new Invalid("opinion", "required");
    }
  }

  private static ItemExtensionRequested requested(
      OrderItem item, Step step, ExtensionRequest request) {
    return new ItemExtensionRequested(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        request.id(),
        request.until(),
        request.reason(),
        step.at(),
        step.actor());
  }

  private static ItemExtensionDecided decided(OrderItem item, Step step, ExtensionRequest request) {
    return new ItemExtensionDecided(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        request.id(),
        RequestDecision.valueOf(request.status().name()),
        step.dueAt(),
        request.opinion(),
        step.at(),
        step.actor());
  }
}
