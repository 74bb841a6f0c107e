package org.bihuan.dispatch.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.ItemTaskOverdue;
import org.bihuan.contract.DispatchEvent.ItemTaskWarned;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.task.ItemTask;
import org.bihuan.dispatch.task.ItemTasks;
import org.bihuan.dispatch.task.TaskAction;

/**
 * Turns tasks yellow and red, each once a limit, as the watch over items does: what is due is read
 * by its moment, and replicas pass over what another has locked.
 */
@ApplicationScoped
class TaskWatch {

  private static final int MOST_AT_ONCE = 1000;
  private static final Actor WATCH = Actor.system("sla-watch");

  private final ItemTasks tasks;
  private final ItemJournal journal;
  private final Clock clock;

  TaskWatch(ItemTasks tasks, ItemJournal journal, Clock clock) {
    this.tasks = tasks;
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
    List<OrderItem> due = tasks.itemsDueForAttention(now, MOST_AT_ONCE);
    Map<UUID, OrderItem> items = new HashMap<>();
    due.forEach(item -> items.put(item.id(), item));
    if (!items.isEmpty()) {
      tasks
          .dueForAttention(items.keySet(), now)
          .forEach(task -> attend(items.get(task.itemId()), task, now));
    }
    return due.size();
  }

  private void attend(OrderItem item, ItemTask task, Instant now) {
    boolean warning = task.attend() == TaskAction.WARN;
    ItemAction action = warning ? ItemAction.WARN_TASK : ItemAction.MARK_TASK_OVERDUE;
    Step step = item.note(action, task.unit().code(), now, WATCH);
    journal.tell(step, warning ? warned(item, step, task) : overdue(item, step, task));
  }

  private static DispatchEvent warned(OrderItem item, Step step, ItemTask task) {
    return new ItemTaskWarned(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        task.id(),
        task.unit().published(),
        task.role(),
        task.dueAt(),
        step.at(),
        step.actor());
  }

  private static DispatchEvent overdue(OrderItem item, Step step, ItemTask task) {
    return new ItemTaskOverdue(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        task.id(),
        task.unit().published(),
        task.role(),
        task.dueAt(),
        step.at(),
        step.actor());
  }
}
