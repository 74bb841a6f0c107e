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

/**
 * Turns items yellow and red. Each item carries the moment of its next attention, so a sweep reads
 * only what is due; replicas pass over what another has locked; and since the mark is set in the
 * transaction of its announcement, each is announced once, also after a restart or a jump of the
 * clock.
 */
@ApplicationScoped
public class SlaWatch {

  private static final int MOST_AT_ONCE = 200;
  private static final Actor WATCH = Actor.system("sla-watch");

  private final OrderItems items;
  private final ItemJournal journal;
  private final Clock clock;

  SlaWatch(OrderItems items, ItemJournal journal, Clock clock) {
    this.items = items;
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
      journal.attended(item, item.attend(now, WATCH));
    }
    return due.size();
  }
}
