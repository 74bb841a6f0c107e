package org.bihuan.dispatch.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.UnitKind;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.history.StepFollower;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.UnitDirectory;

/**
 * Lets the tasks of an item follow its steps: they begin when it comes on an order and with every
 * new round, have its limit wherever that moves, and are closed when it ends or goes to others. A
 * reply that the special team returns opens none again: what is amiss is the lead unit's to settle.
 */
@ApplicationScoped
class TaskFollower implements StepFollower {

  /** Steps after which other units help, or none. */
  private static final Set<ItemAction> CHANGES_OF_HANDS =
      EnumSet.of(ItemAction.REISSUE, ItemAction.ACCEPT_RETURN);

  /** What a timer tells moves no limit, and there may be very many at once. */
  private static final Set<ItemAction> TOLD_BY_TIMER =
      EnumSet.of(
          ItemAction.URGE,
          ItemAction.WARN,
          ItemAction.MARK_OVERDUE,
          ItemAction.MARK_REVIEW_OVERDUE,
          ItemAction.WARN_TASK,
          ItemAction.MARK_TASK_OVERDUE);

  private final OrderItems items;
  private final ItemTasks tasks;
  private final UnitDirectory units;
  private final Deadlines deadlines;

  TaskFollower(OrderItems items, ItemTasks tasks, UnitDirectory units, Deadlines deadlines) {
    this.items = items;
    this.tasks = tasks;
    this.units = units;
    this.deadlines = deadlines;
  }

  @Override
  public void follow(Step step) {
    if (TOLD_BY_TIMER.contains(step.action())) {
      return;
    }
    OrderItem item = items.findById(step.itemId());
    if (mayHaveOpenTasks(item, step)) {
      CountedTime time = deadlines.time(item.timeLimit().ruleVersion());
      tasks.openOf(item.id()).forEach(task -> task.follow(item, step.at(), time));
    }
    switch (step.action()) {
      case ISSUE, ASSIGN, REISSUE -> item.assignment().jointUnits().forEach(u -> begin(item, u));
      case FAIL_RECHECK -> beginAgain(item);
      default -> {}
    }
  }

  /** Spares the many items that no other unit helps with, and those just filed, a look. */
  private static boolean mayHaveOpenTasks(OrderItem item, Step step) {
    return CHANGES_OF_HANDS.contains(step.action()) || step.from() != null && isShared(item);
  }

  private static boolean isShared(OrderItem item) {
    return item.assignment().unitCodes().size() > 1;
  }

  private void begin(OrderItem item, AssignedUnit unit) {
    tasks.persist(ItemTask.of(item, unit, roleOf(unit)));
  }

  /** A unit that had no task in the last round, from before there were any, gets one now. */
  private void beginAgain(OrderItem item) {
    if (!isShared(item)) {
      return;
    }
    Map<String, ItemTask> before =
        tasks.of(item, item.reworkCount() - 1).stream()
            .collect(Collectors.toMap(task -> task.unit().code(), Function.identity()));
    List<AssignedUnit> joint = item.assignment().jointUnits();
    for (AssignedUnit unit : joint) {
      ItemTask last = before.get(unit.code());
      if (last == null) {
        begin(item, unit);
      } else {
        tasks.persist(ItemTask.again(item, last));
      }
    }
  }

  private UnitRole roleOf(AssignedUnit unit) {
    return units
        .called(unit.code())
        .map(Unit::kind)
        .filter(UnitKind.EXTERNAL_PARTY::equals)
        .map(external -> UnitRole.EXTERNAL)
        .orElse(UnitRole.JOINT);
  }
}
