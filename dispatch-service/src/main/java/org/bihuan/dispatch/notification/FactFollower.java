package org.bihuan.dispatch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.dispatch.history.HistoryEntries;
import org.bihuan.dispatch.history.HistoryEntry;
import org.bihuan.dispatch.history.StepFollower;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.task.ItemTasks;
import org.bihuan.dispatch.task.TaskStatus;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;

/** Takes down what people are to be told of a step, in the transaction of the step. */
@ApplicationScoped
class FactFollower implements StepFollower {

  private final OrderItems items;
  private final WaitingFacts facts;
  private final HistoryEntries history;
  private final ItemTasks tasks;
  private final UnitDirectory units;

  FactFollower(
      OrderItems items,
      WaitingFacts facts,
      HistoryEntries history,
      ItemTasks tasks,
      UnitDirectory units) {
    this.items = items;
    this.facts = facts;
    this.history = history;
    this.tasks = tasks;
    this.units = units;
  }

  @Override
  public void follow(Step step) {
    NotificationKind kind = kindOf(step);
    if (kind == null) {
      return;
    }
    OrderItem item = items.findById(step.itemId());
    AssignedUnit lead = item.assignment().leadUnit();
    switch (step.action()) {
      case ISSUE, ASSIGN, REISSUE -> {
        tell(kind, item, step, lead, null);
        item.assignment()
            .jointUnits()
            .forEach(unit -> tell(NotificationKind.TASK_GIVEN, item, step, lead, unit));
      }
      case FAIL_RECHECK -> {
        tell(kind, item, step, lead, null);
        helpingAgain(item)
            .forEach(unit -> tell(NotificationKind.TASK_GIVEN, item, step, lead, unit));
      }
      case ACCEPT_RETURN -> tell(kind, item, step, returning(item), null);
      case REPLY_TO_TASK, WAIVE_TASK, WARN_TASK, MARK_TASK_OVERDUE ->
          tell(kind, item, step, lead, taskUnit(item, step));
      default -> tell(kind, item, step, lead, null);
    }
  }

  private void tell(
      NotificationKind kind, OrderItem item, Step step, AssignedUnit lead, AssignedUnit task) {
    facts.persist(WaitingFact.of(kind, item, step, lead, task));
  }

  /** What a step means to people, {@code null} when it is nobody's news. */
  private static NotificationKind kindOf(Step step) {
    boolean unassigned = step.to() == ItemStatus.UNASSIGNED;
    return switch (step.action()) {
      case ISSUE, ASSIGN, REISSUE -> NotificationKind.ITEM_ISSUED;
      case LEAVE_UNASSIGNED -> NotificationKind.ITEM_UNASSIGNED;
      case WARN -> unassigned ? NotificationKind.ASSIGNMENT_WARNED : NotificationKind.ITEM_WARNED;
      case MARK_OVERDUE ->
          unassigned ? NotificationKind.ASSIGNMENT_OVERDUE : NotificationKind.ITEM_OVERDUE;
      case WARN_SAME_DAY -> NotificationKind.SAME_DAY_ORDER_WARNED;
      case MISS_SAME_DAY -> NotificationKind.SAME_DAY_ORDER_MISSED;
      case URGE -> NotificationKind.ITEM_URGED;
      case REPLY -> NotificationKind.REPLY_RECEIVED;
      case RETURN_REPLY -> NotificationKind.REPLY_RETURNED;
      case ACCEPT_REPLY -> NotificationKind.REPLY_ACCEPTED;
      case FAIL_RECHECK -> NotificationKind.REWORK_ORDERED;
      case REQUEST_RETURN -> NotificationKind.RETURN_REQUESTED;
      case ACCEPT_RETURN -> NotificationKind.RETURN_ACCEPTED;
      case REFUSE_RETURN -> NotificationKind.RETURN_REFUSED;
      case REQUEST_EXTENSION -> NotificationKind.EXTENSION_REQUESTED;
      case ACCEPT_EXTENSION -> NotificationKind.EXTENSION_ACCEPTED;
      case REFUSE_EXTENSION -> NotificationKind.EXTENSION_REFUSED;
      case SUSPEND -> NotificationKind.ITEM_SUSPENDED;
      case MARK_REVIEW_OVERDUE -> NotificationKind.SUSPENSION_REVIEW_OVERDUE;
      case RESUME -> NotificationKind.ITEM_RESUMED;
      case DECLARE_COMPLEX -> NotificationKind.COMPLEXITY_DECLARED;
      case SUBMIT_TO_LEADING_GROUP -> NotificationKind.SUBMITTED_TO_LEADING_GROUP;
      case SET_PLAN_DATE -> NotificationKind.PLAN_DATE_SET;
      case REPLY_TO_TASK -> NotificationKind.TASK_REPLIED;
      case WAIVE_TASK -> NotificationKind.TASK_WAIVED;
      case WARN_TASK -> NotificationKind.TASK_WARNED;
      case MARK_TASK_OVERDUE -> NotificationKind.TASK_OVERDUE;
      case WRITE_OFF -> NotificationKind.ITEM_WRITTEN_OFF;
      case CANCEL -> NotificationKind.ITEM_CANCELLED;
      default -> null;
    };
  }

  /** Who has a task again in the new round; what was waived stays waived. */
  private List<AssignedUnit> helpingAgain(OrderItem item) {
    Set<String> waived =
        tasks.of(item, item.reworkCount() - 1).stream()
            .filter(task -> task.status() == TaskStatus.WAIVED)
            .map(task -> task.unit().code())
            .collect(Collectors.toSet());
    return item.assignment().jointUnits().stream()
        .filter(unit -> !waived.contains(unit.code()))
        .toList();
  }

  /** The item has no unit any more: who asked to be rid of it is told. */
  private AssignedUnit returning(OrderItem item) {
    List<HistoryEntry> asked = history.of(item.id(), ItemAction.REQUEST_RETURN);
    return asked.isEmpty() ? null : unit(asked.get(asked.size() - 1).actor().unitCode());
  }

  /** The reason of such a step begins with the unit of the task. */
  private AssignedUnit taskUnit(OrderItem item, Step step) {
    String code = step.reason().split(" ", 2)[0];
    return item.assignment().jointUnits().stream()
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseGet(() -> unit(code));
  }

  private AssignedUnit unit(String code) {
    return code == null
        ? null
        : units.called(code).map(unit -> new AssignedUnit(unit.code(), unit.name())).orElse(null);
  }
}
