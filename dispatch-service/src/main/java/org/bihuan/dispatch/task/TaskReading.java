package org.bihuan.dispatch.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.dispatch.history.HistoryDesk;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.sla.Deadlines;

/** Shows the shares of the units in an item as the caller may see them at this moment. */
@ApplicationScoped
@Transactional
public class TaskReading {

  private final ItemAccess items;
  private final ItemTasks tasks;
  private final TaskAccess access;
  private final HistoryDesk history;
  private final Deadlines deadlines;
  private final Clock clock;

  TaskReading(
      ItemAccess items,
      ItemTasks tasks,
      TaskAccess access,
      HistoryDesk history,
      Deadlines deadlines,
      Clock clock) {
    this.items = items;
    this.tasks = tasks;
    this.access = access;
    this.history = history;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * The lead unit first, then the others; nothing while the item is on no order.
   *
   * @param everyRound whether those of earlier orders and rounds are shown too, oldest first
   */
  public List<TaskView> list(UUID itemId, boolean everyRound) {
    OrderItem item = items.visible(itemId);
    List<ItemTask> shown = everyRound ? tasks.everyOf(itemId) : tasks.of(item, item.reworkCount());
    Stream<TaskView> lead = item.isOnNoOrder() ? Stream.empty() : Stream.of(lead(item));
    return Stream.concat(lead, shown.stream().map(task -> view(item, task))).toList();
  }

  TaskView read(UUID itemId, String unitCode) {
    OrderItem item = items.visible(itemId);
    boolean leads = !item.isOnNoOrder() && item.assignment().leadUnit().code().equals(unitCode);
    return leads ? lead(item) : view(item, access.visible(item, unitCode));
  }

  /** One task, after everything the running transaction did to it. */
  TaskView view(OrderItem item, ItemTask task) {
    tasks.flush();
    Instant now = clock.instant();
    Duration heldFor = task.clock().heldFor(now, deadlines.time(task.clock().ruleVersion()));
    return TaskView.of(task, access.allowedActions(item, task), heldFor, now);
  }

  private TaskView lead(OrderItem item) {
    Instant now = clock.instant();
    return TaskView.ofLead(item, history.clock(item.id()).elapsed(), now);
  }
}
