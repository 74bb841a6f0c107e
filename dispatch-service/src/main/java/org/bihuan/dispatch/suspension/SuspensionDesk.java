package org.bihuan.dispatch.suspension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent.ItemResumed;
import org.bihuan.contract.DispatchEvent.ItemSuspended;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;

/** Lets the clock of an item stand while nothing can be done about it, and run on. */
@ApplicationScoped
@Transactional
public class SuspensionDesk {

  private final ItemAccess access;
  private final ItemReading reading;
  private final ItemJournal journal;
  private final Clock clock;

  SuspensionDesk(ItemAccess access, ItemReading reading, ItemJournal journal, Clock clock) {
    this.access = access;
    this.reading = reading;
    this.journal = journal;
    this.clock = clock;
  }

  OrderItemView suspend(UUID id, NewSuspension wanted) {
    OrderItem item = access.toActOn(id);
    Instant now = clock.instant();
    SuspensionPolicy.check(wanted.reviewOn(), now);
    Step step = item.suspend(wanted.suspension(), wanted.reason(), now, access.actor());
    journal.tell(step, suspended(item, step));
    return reading.full(item);
  }

  OrderItemView resume(UUID id, String reason) {
    OrderItem item = access.toActOn(id);
    Step step = item.resume(reason, clock.instant(), access.actor());
    journal.tell(step, resumed(item, step));
    return reading.full(item);
  }

  private static ItemSuspended suspended(OrderItem item, Step step) {
    return new ItemSuspended(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        step.suspension().cause(),
        step.suspension().reviewOn(),
        step.reason(),
        step.at(),
        step.actor());
  }

  private static ItemResumed resumed(OrderItem item, Step step) {
    return new ItemResumed(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        step.to() == ItemStatus.REWORK,
        step.dueAt(),
        step.reason(),
        step.at(),
        step.actor());
  }
}
