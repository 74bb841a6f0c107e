package org.bihuan.dispatch.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.notification.recipient.Recipients.Concerned;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.hibernate.annotations.Immutable;

/**
 * A fact that people are to be told, written in the transaction of its step and removed when it is
 * told. It says what was so at that moment, and holds no word that somebody wrote.
 */
@Entity
@Immutable
@Table(name = "waiting_fact")
class WaitingFact {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  @Column(name = "item_id")
  private UUID itemId;

  private int sequence;
  private Instant at;

  @Column(name = "problem_serial")
  private String problemSerial;

  @Column(name = "order_serial")
  private String orderSerial;

  @Column(name = "category_code")
  private String categoryCode;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "lead_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "lead_unit_name"))
  private AssignedUnit leadUnit;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "task_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "task_unit_name"))
  private AssignedUnit taskUnit;

  @Column(name = "due_at")
  private Instant dueAt;

  protected WaitingFact() {}

  /**
   * What a step of an item means to people.
   *
   * @param leadUnit unit that answers for it or, after a return, did; {@code null} for none
   * @param taskUnit unit whose task it is about, or {@code null}
   */
  static WaitingFact of(
      NotificationKind kind,
      OrderItem item,
      Step step,
      AssignedUnit leadUnit,
      AssignedUnit taskUnit) {
    WaitingFact fact = new WaitingFact();
    fact.id = UuidCreator.getTimeOrderedEpoch();
    fact.kind = kind;
    fact.itemId = item.id();
    fact.sequence = step.sequence();
    fact.at = step.at();
    fact.problemSerial = item.problem().problemSerial();
    fact.orderSerial = item.assignment().orderSerial();
    fact.categoryCode = item.problem().categoryCode();
    fact.leadUnit = leadUnit;
    fact.taskUnit = taskUnit;
    fact.dueAt = step.dueAt();
    return fact;
  }

  UUID id() {
    return id;
  }

  NotificationKind kind() {
    return kind;
  }

  /** The same for everybody who is told it, and no other fact's. */
  String key() {
    return itemId + "/" + sequence + (taskUnit == null ? "" : "/" + taskUnit.code());
  }

  UUID itemId() {
    return itemId;
  }

  Instant at() {
    return at;
  }

  String problemSerial() {
    return problemSerial;
  }

  /** {@code null} while the item is on no order. */
  String orderSerial() {
    return orderSerial;
  }

  /** Unit it is about: that of the task, else that which answers; {@code null} for none. */
  AssignedUnit unit() {
    return taskUnit == null ? leadUnit : taskUnit;
  }

  /** {@code null} while there is no limit. */
  Instant dueAt() {
    return dueAt;
  }

  Concerned concerned() {
    return new Concerned(
        leadUnit == null ? null : leadUnit.code(),
        taskUnit == null ? null : taskUnit.code(),
        categoryCode);
  }
}
