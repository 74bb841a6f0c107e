package org.bihuan.dispatch.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Who may see tasks and act on them. Whoever sees the item sees its tasks. A unit replies to its
 * own task and to no other's; for an external party, which has no login, the lead unit does.
 */
@ApplicationScoped
class TaskAccess {

  private final ItemAccess items;
  private final ItemTasks tasks;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final UnitDirectory units;

  TaskAccess(
      ItemAccess items, ItemTasks tasks, Caller caller, IfMatch ifMatch, UnitDirectory units) {
    this.items = items;
    this.tasks = tasks;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.units = units;
  }

  /** A task with its item, both held. */
  record Held(OrderItem item, ItemTask task) {}

  /**
   * The task that the unit has now.
   *
   * @throws NotFound when there is no such item within sight, or no such task
   */
  ItemTask visible(OrderItem item, String unitCode) {
    return tasks.of(item, unitCode).orElseThrow(() -> new NotFound("task-not-found"));
  }

  /**
   * The same, to act on.
   *
   * @throws org.bihuan.kit.refusal.PreconditionFailed when the caller believes in another version
   */
  Held toActOn(UUID itemId, String unitCode) {
    OrderItem item = items.toActOnPartOf(itemId);
    return checked(new Held(item, visible(item, unitCode)));
  }

  /**
   * The same for the reply.
   *
   * @throws Forbidden {@code not-your-task} when it is another unit's to reply
   */
  Held toReplyTo(UUID itemId, String unitCode) {
    OrderItem item = items.toActOnPartOf(itemId);
    Held held = new Held(item, visible(item, unitCode));
    if (!answers(held.item(), held.task())) {
      throw new Forbidden("not-your-task");
    }
    return checked(held);
  }

  private Held checked(Held held) {
    ifMatch.check(held.task().version());
    return held;
  }

  /** What the caller may do next. */
  List<TaskAction> allowedActions(OrderItem item, ItemTask task) {
    return caller.allowed(TaskLifecycle.allowed(task.status())).stream()
        .filter(action -> action != TaskAction.REPLY || answers(item, task))
        .toList();
  }

  /**
   * The sub-unit of the unit that replies which did the work; nothing for {@code null}.
   *
   * @throws org.bihuan.kit.refusal.Invalid when it is none of that unit
   */
  AssignedUnit subUnit(Held held, String text) {
    return units.subUnit(text, answering(held.item(), held.task()), "subUnitCode");
  }

  private boolean answers(OrderItem item, ItemTask task) {
    return caller.unit().filter(answering(item, task)::equals).isPresent();
  }

  private static String answering(OrderItem item, ItemTask task) {
    return task.role() == UnitRole.EXTERNAL
        ? item.assignment().leadUnit().code()
        : task.unit().code();
  }
}
