package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Event;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.IntakeEvent.ProblemHandedOver;
import org.bihuan.contract.IntakeEvent.ProblemMerged;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.Deadlines;

/** Takes acknowledgements and cancellations, and follows what inspection and intake decided. */
@ApplicationScoped
@Transactional
public class ItemDesk {

  private final ItemAccess access;
  private final ItemReading reading;
  private final OrderItems items;
  private final Deadlines deadlines;
  private final ItemJournal journal;
  private final Clock clock;

  ItemDesk(
      ItemAccess access,
      ItemReading reading,
      OrderItems items,
      Deadlines deadlines,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.items = items;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  OrderItemView acknowledge(UUID id, String responsiblePerson) {
    OrderItem item = access.toAnswerFor(id);
    journal.acknowledged(
        item, item.acknowledge(responsiblePerson, clock.instant(), access.actor()));
    return reading.full(item);
  }

  OrderItemView cancel(UUID id, String reason) {
    OrderItem item = access.toActOn(id);
    journal.cancelled(item, item.cancel(reason, clock.instant(), access.actor()));
    return reading.full(item);
  }

  /**
   * A failed re-check sends the item into another round. One of an earlier round, or of an item
   * that has ended, comes too late and is noted.
   */
  public void failRecheck(RecheckFailed fact, UUID eventId) {
    OrderItem item = items.told(fact.itemId());
    if (item.isPast(fact.round())) {
      journal.cameLate(item, fact, eventId, fact.actor(), clock.instant());
      return;
    }
    Deadline deadline = deadlines.rework(item.deadlineClass(), item.timeLimit(), clock.instant());
    journal.sentToRework(
        item, item.failRecheck(deadline, fact.outcome().name(), fact.actor()), fact.recheckId());
  }

  /** The write-off ends the item, a cancelled one too; a second write-off is noted. */
  public void writeOff(ProblemWrittenOff fact, UUID eventId) {
    OrderItem item = items.told(fact.itemId());
    if (item.status() == ItemStatus.WRITTEN_OFF) {
      journal.cameLate(item, fact, eventId, fact.actor(), clock.instant());
      return;
    }
    journal.writtenOff(item, item.writeOff(clock.instant(), fact.actor()), fact.recheckId());
  }

  /** A duplicate is nobody's work any more: what is owed for it is owed for the other problem. */
  public void followMerge(ProblemMerged fact, UUID eventId) {
    String reason = "MERGED_INTO " + fact.intoProblemSerial();
    callOff(fact.problemId(), reason, fact, eventId, fact.actor());
  }

  /** What is another body's is no unit's of this district. */
  public void followHandOver(ProblemHandedOver fact, UUID eventId) {
    String reason = "HANDED_OVER " + fact.bodyCode();
    callOff(fact.problemId(), reason, fact, eventId, fact.actor());
  }

  /** An item that has ended, by a write-off or a cancellation, stays so; the fact is noted. */
  private void callOff(UUID problemId, String reason, Event fact, UUID eventId, Actor by) {
    OrderItem item = items.toldOf(problemId);
    if (item.isEnded()) {
      journal.cameLate(item, fact, eventId, by, clock.instant());
      return;
    }
    journal.cancelled(item, item.cancel(reason, clock.instant(), by));
  }
}
