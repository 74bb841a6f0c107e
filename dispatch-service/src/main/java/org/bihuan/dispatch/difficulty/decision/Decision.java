package org.bihuan.dispatch.difficulty.decision;

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
import java.time.LocalDate;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.actor.Author;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.time.DistrictTime;

/** What a meeting decided. It never changes; a task is done once. */
@Entity
@Table(name = "meeting_decision")
public class Decision {

  @Id private UUID id;

  @Column(name = "meeting_id")
  private UUID meetingId;

  private int number;

  @Column(name = "item_id")
  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private DecisionKind kind;

  private String text;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private AssignedUnit responsibleUnit;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "decided_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "decided_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
  private Author decidedBy;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "done_note")
  private String doneNote;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "done_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "done_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "done_by_subject"))
  private Author doneBy;

  protected Decision() {}

  /**
   * A decision just taken.
   *
   * @param number in its meeting, from 1
   * @param unit who has the task, or {@code null}
   */
  public static Decision of(
      UUID meetingId, int number, NewDecision wanted, AssignedUnit unit, Instant at, Actor by) {
    Decision decision = new Decision();
    decision.id = UuidCreator.getTimeOrderedEpoch();
    decision.meetingId = meetingId;
    decision.number = number;
    decision.itemId = wanted.orderItemId();
    decision.kind = wanted.kind();
    decision.text = wanted.text();
    decision.responsibleUnit = unit;
    decision.dueOn = wanted.dueOn();
    decision.decidedAt = at;
    decision.decidedBy = Author.of(by);
    return decision;
  }

  /**
   * The task is done.
   *
   * @param note what came of it
   * @throws Conflict {@code not-a-task}, or {@code task-done} when it was already
   */
  public void complete(String note, Instant at, Actor by) {
    if (kind != DecisionKind.TASK) {
      throw new Conflict("not-a-task");
    }
    if (doneAt != null) {
      throw new Conflict("task-done");
    }
    doneAt = at;
    doneNote = note;
    doneBy = Author.of(by);
  }

  /** {@code null} when it is no task. */
  public MeetingTaskStatus taskStatus() {
    if (kind != DecisionKind.TASK) {
      return null;
    }
    return doneAt == null ? MeetingTaskStatus.OPEN : MeetingTaskStatus.DONE;
  }

  /**
   * Whether the task is, at {@code now}, or was done after the end of its day; {@code null} when it
   * is no task.
   */
  public Boolean isOverdue(Instant now) {
    return kind != DecisionKind.TASK
        ? null
        : (doneAt == null ? now : doneAt).isAfter(DistrictTime.lastMoment(dueOn));
  }

  public UUID meetingId() {
    return meetingId;
  }

  public int number() {
    return number;
  }

  /** The item it is about, or {@code null} when it is about none. */
  public UUID itemId() {
    return itemId;
  }

  public DecisionKind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  /** Who has the task, or {@code null}. */
  public AssignedUnit responsibleUnit() {
    return responsibleUnit;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public Actor decidedBy() {
    return decidedBy.actor();
  }

  /** {@code null} as long as the task is open. */
  public Instant doneAt() {
    return doneAt;
  }

  public String doneNote() {
    return doneNote;
  }

  /** Who said that it is done, or {@code null}. */
  public Actor doneBy() {
    return doneBy == null ? null : doneBy.actor();
  }
}
