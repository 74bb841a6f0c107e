package org.bihuan.dispatch.task;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.Outcome;
import org.bihuan.dispatch.reply.ReplyStep;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * The share of one unit in an item that another unit leads (配合任务), on one order and in one round.
 * It begins when the item comes on an order or goes into rework, under the limit of the item, with
 * a clock of its own; it ends with the unit's reply or the special team's waiver, and without
 * either when the item ends or goes to others.
 */
@Entity
@Table(name = "item_task")
public class ItemTask {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Column(name = "order_id")
  private UUID orderId;

  private int round;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private AssignedUnit unit;

  @Enumerated(EnumType.STRING)
  private UnitRole role;

  @Enumerated(EnumType.STRING)
  private TaskStatus status;

  @Embedded private TaskClock clock;
  @Embedded private TaskReply reply;

  @ElementCollection
  @CollectionTable(name = "item_task_step", joinColumns = @JoinColumn(name = "task_id"))
  @OrderColumn(name = "position")
  private List<ReplyStep> steps = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "item_task_outcome", joinColumns = @JoinColumn(name = "task_id"))
  @OrderColumn(name = "position")
  private List<Outcome> outcomes = new ArrayList<>();

  @Embedded private TaskWaiver waiver;
  @Version private long version;

  protected ItemTask() {}

  /**
   * The task of a unit on the order and in the round that the item is in now.
   *
   * @param role JOINT or EXTERNAL
   */
  static ItemTask of(OrderItem item, AssignedUnit unit, UnitRole role) {
    ItemTask task = new ItemTask();
    task.id = UuidCreator.getTimeOrderedEpoch();
    task.itemId = item.id();
    task.orderId = item.assignment().orderId();
    task.round = item.reworkCount();
    task.unit = unit;
    task.role = role;
    task.status = TaskStatus.OPEN;
    task.clock = TaskClock.of(item.timeLimit());
    return task;
  }

  /** The task of the same unit in the item's next round; what was waived stays waived. */
  static ItemTask again(OrderItem item, ItemTask before) {
    ItemTask task = of(item, before.unit, before.role);
    if (before.status == TaskStatus.WAIVED) {
      task.status = TaskStatus.WAIVED;
      task.clock = task.clock.ended(item.timeLimit().startedAt());
      task.waiver = before.waiver;
    }
    return task;
  }

  /**
   * The unit replies, or the lead unit for an external party; the clock stops.
   *
   * @param subUnit that did the work, or {@code null}
   */
  void reply(NewTaskReply content, AssignedUnit subUnit, Instant at, Actor by) {
    status = TaskLifecycle.next(status, TaskAction.REPLY);
    reply = TaskReply.of(content, subUnit, at, by, !at.isAfter(clock.dueAt()));
    steps.addAll(content.steps());
    outcomes.addAll(content.outcomes());
    clock = clock.stopped(at);
  }

  /** The special team wants nothing of the unit any more, in later rounds either. */
  void waive(String reason, Instant at, Actor by) {
    status = TaskLifecycle.next(status, TaskAction.WAIVE);
    waiver = TaskWaiver.of(reason, at, by);
    clock = clock.ended(at);
  }

  /**
   * The item took a step at {@code at}: as long as it is the same order and round, its limit is
   * this task's; otherwise nothing is owed any more.
   *
   * @param time which counts toward the limit of the item
   */
  void follow(OrderItem item, Instant at, CountedTime time) {
    if (!item.isEnded() && isOf(item)) {
      clock = clock.following(item.timeLimit(), at, time);
    } else {
      status = TaskLifecycle.next(status, TaskAction.CLOSE);
      clock = clock.ended(at);
    }
  }

  /** A timer fired: first the warning, then the mark of being overdue, each once a limit. */
  public TaskAction attend() {
    TaskAction action = clock.warned() ? TaskAction.MARK_OVERDUE : TaskAction.WARN;
    status = TaskLifecycle.next(status, action);
    clock = clock.told();
    return action;
  }

  /** Whether it belongs to the order and the round that the item is in. */
  private boolean isOf(OrderItem item) {
    return round == item.reworkCount() && Objects.equals(orderId, item.assignment().orderId());
  }

  public UUID id() {
    return id;
  }

  public UUID itemId() {
    return itemId;
  }

  /** Number of failed re-checks before it. */
  public int round() {
    return round;
  }

  public AssignedUnit unit() {
    return unit;
  }

  /** JOINT or EXTERNAL. */
  public UnitRole role() {
    return role;
  }

  public TaskStatus status() {
    return status;
  }

  /** End of its limit. */
  public Instant dueAt() {
    return clock.dueAt();
  }

  TaskClock clock() {
    return clock;
  }

  /** {@code null} while there is none. */
  TaskReply reply() {
    return reply;
  }

  /** The measures of the reply one by one; empty when they were told in one text. */
  List<ReplyStep> steps() {
    return List.copyOf(steps);
  }

  /** What the reply achieved in figures. */
  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** {@code null} when it was not waived. */
  TaskWaiver waiver() {
    return waiver;
  }

  public long version() {
    return version;
  }
}
