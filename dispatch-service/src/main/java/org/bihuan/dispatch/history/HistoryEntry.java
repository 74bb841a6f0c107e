package org.bihuan.dispatch.history;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.SuspensionCause;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.ItemStatus;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.routing.route.Why;
import org.hibernate.annotations.Immutable;

/**
 * One step in the life of an item, written in the transaction of the step and never changed. Its
 * sequence is that of the event which tells it.
 */
@Entity
@Immutable
@Table(name = "item_history")
public class HistoryEntry {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  private int sequence;
  private Instant at;

  @Enumerated(EnumType.STRING)
  private ItemAction action;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private ItemStatus from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private ItemStatus to;

  @Column(name = "actor_role")
  private String actorRole;

  @Column(name = "actor_unit_code")
  private String actorUnitCode;

  @Column(name = "actor_subject")
  private String actorSubject;

  private String reason;
  private int round;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "rule_version")
  private String ruleVersion;

  @Enumerated(EnumType.STRING)
  @Column(name = "suspension_cause")
  private SuspensionCause suspensionCause;

  @Column(name = "review_on")
  private LocalDate reviewOn;

  @Embedded private Why why;

  protected HistoryEntry() {}

  /** The entry of a step. */
  static HistoryEntry of(Step step) {
    HistoryEntry entry = new HistoryEntry();
    entry.id = UuidCreator.getTimeOrderedEpoch();
    entry.itemId = step.itemId();
    entry.sequence = step.sequence();
    entry.at = step.at();
    entry.action = step.action();
    entry.from = step.from();
    entry.to = step.to();
    entry.actorRole = step.actor().role();
    entry.actorUnitCode = step.actor().unitCode();
    entry.actorSubject = step.actor().subject();
    entry.reason = step.reason();
    entry.round = step.round();
    entry.dueAt = step.dueAt();
    entry.ruleVersion = step.ruleVersion();
    entry.why = step.why();
    if (step.suspension() != null) {
      entry.suspensionCause = step.suspension().cause();
      entry.reviewOn = step.suspension().reviewOn();
    }
    return entry;
  }

  public UUID id() {
    return id;
  }

  public UUID itemId() {
    return itemId;
  }

  public int sequence() {
    return sequence;
  }

  public Instant at() {
    return at;
  }

  public ItemAction action() {
    return action;
  }

  public ItemStatus from() {
    return from;
  }

  public ItemStatus to() {
    return to;
  }

  public Actor actor() {
    return new Actor(actorRole, actorUnitCode, actorSubject);
  }

  public String reason() {
    return reason;
  }

  public int round() {
    return round;
  }

  public Instant dueAt() {
    return dueAt;
  }

  public String ruleVersion() {
    return ruleVersion;
  }

  /** Why the item is suspended after it, or {@code null} when it is not. */
  public SuspensionCause suspensionCause() {
    return suspensionCause;
  }

  /** What settled which unit has the item, or {@code null} when that is not what was done. */
  public Why why() {
    return why;
  }

  /** Day of review after it, or {@code null} when the item is not suspended. */
  public LocalDate reviewOn() {
    return reviewOn;
  }
}
