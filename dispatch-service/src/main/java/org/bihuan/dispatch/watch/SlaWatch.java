package org.bihuan.dispatch.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.Deadlines;

/**
 * Turns items yellow and red, those that wait for a unit too. Each item carries the moment of its
 * next attention, so a sweep reads only what is due; replicas pass over what another has locked;
 * and since the mark is set in the transaction of its announcement, each is announced once, also
 * after a restart or a jump of the clock. An item left unassigned by an older version comes here
 * without a limit and gets the one of its assignment.
 */
@ApplicationScoped
public class SlaWatch {

  private static final int MOST_AT_ONCE = 1000;
  private static final Actor WATCH = Actor.system("sla-watch");

  private final OrderItems items;
  private final Deadlines deadlines;
  private final ItemJournal journal;
  private final Clock clock;

  SlaWatch(OrderItems items, Deadlines deadlines, ItemJournal journal, Clock clock) {
    this.items = items;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Goes on from the moment at which it stopped: looking from the beginning after each batch would
   * pass by everything attended before, over and over. What comes to be due behind that moment is
   * found by the next sweep.
   */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    Instant next = Instant.EPOCH;
    while (next != null) {
      Instant from = next;
      next = QuarkusTransaction.requiringNew().call(() -> attendSome(from));
    }
  }

  /**
   * @return where the rest begins, or {@code null} when there is none
   */
  private Instant attendSome(Instant from) {
    Instant now = clock.instant();
    List<OrderItem> due = items.dueForAttention(from, now, MOST_AT_ONCE);
    Instant rest = due.size() < MOST_AT_ONCE ? null : due.get(MOST_AT_ONCE - 1).nextAttentionAt();
    due.forEach(item -> attend(item, now));
    return rest;
  }

  /** After a downtime an item may have several steps to take. */
  private void attend(OrderItem item, Instant now) {
    while (item.isDueForAttention(now)) {
      takeStep(item, now);
    }
  }

  private void takeStep(OrderItem item, Instant now) {
    if (!item.timeLimit().hasBegun()) {
      Deadline assignment = deadlines.assignment(item.deadlineClass(), now).orElse(null);
      journal.leftUnassigned(
          item, item.leaveUnassigned(item.unassignedReason(), item.why(), assignment, now, WATCH));
    } else {
      journal.attended(item, item.attend(now, WATCH));
    }
  }
}
