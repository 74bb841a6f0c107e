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
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.sla.calendar.CountedTime;

/** Lets the clock of an item stand while nothing can be done about it, and run on. */
@ApplicationScoped
@Transactional
public class SuspensionDesk {

  private final ItemAccess access;
  private final ItemReading reading;
  private final Deadlines deadlines;
  private final ItemJournal journal;
  private final Clock clock;

  SuspensionDesk(
      ItemAccess access,
      ItemReading reading,
      Deadlines deadlines,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.deadlines = deadlines;
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
    CountedTime time = deadlines.time(item.timeLimit().ruleVersion());
    Step step = item.resume(time, reason, clock.instant(), access.actor());
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
