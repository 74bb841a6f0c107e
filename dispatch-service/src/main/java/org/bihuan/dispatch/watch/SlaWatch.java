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

  private static final int MOST_AT_ONCE = 200;
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

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    while (QuarkusTransaction.requiringNew().call(this::attendSome) == MOST_AT_ONCE) {
      continue;
    }
  }

  private int attendSome() {
    Instant now = clock.instant();
    List<OrderItem> due = items.dueForAttention(now, MOST_AT_ONCE);
    for (OrderItem item : due) {
      attend(item, now);
    }
    return due.size();
  }

  private void attend(OrderItem item, Instant now) {
    if (!item.timeLimit().hasBegun()) {
      Deadline assignment = deadlines.assignment(item.deadlineClass(), now).orElse(null);
      journal.leftUnassigned(
          item, item.leaveUnassigned(item.unassignedReason(), item.why(), assignment, now, WATCH));
    } else {
      journal.attended(item, item.attend(now, WATCH));
    }
  }
}
