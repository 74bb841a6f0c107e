package org.bihuan.dispatch.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.SameDayOrderMissed;
import org.bihuan.contract.DispatchEvent.SameDayOrderWarned;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.item.Step;

/**
 * Says of problems that have to be on an order the day they were filed that the day is about to
 * end, and that it has ended without one, each once. Only items that have to be looked at are read,
 * by their moment; replicas pass over what another has locked. Of a day that is over already it
 * says the latter alone.
 */
@ApplicationScoped
class SameDayWatch {

  private static final int MOST_AT_ONCE = 200;
  private static final Actor WATCH = Actor.system("same-day-watch");

  private final OrderItems items;
  private final ItemJournal journal;
  private final Clock clock;

  SameDayWatch(OrderItems items, ItemJournal journal, Clock clock) {
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
    List<OrderItem> due = items.dueForSameDay(now, MOST_AT_ONCE);
    due.forEach(item -> attend(item, now));
    return due.size();
  }

  private void attend(OrderItem item, Instant now) {
    boolean over = item.sameDay().isOver(now);
    ItemAction action = over ? ItemAction.MISS_SAME_DAY : ItemAction.WARN_SAME_DAY;
    Step step = item.note(action, null, now, WATCH);
    journal.tell(step, over ? missed(item, step) : warned(item, step));
  }

  private static DispatchEvent warned(OrderItem item, Step step) {
    return new SameDayOrderWarned(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        item.problem().sourceKind(),
        item.sameDay().orderBy(),
        step.at(),
        step.actor());
  }

  private static DispatchEvent missed(OrderItem item, Step step) {
    return new SameDayOrderMissed(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        item.problem().sourceKind(),
        item.sameDay().orderBy(),
        step.at(),
        step.actor());
  }
}
