package org.bihuan.dispatch.difficulty.escalation;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.EscalationAxis;
import org.bihuan.contract.EscalationLevel;
import org.bihuan.dispatch.actor.Author;

/** That an item went higher (提请), with whom it went to. It never changes. */
@Entity
@Table(name = "item_escalation")
public class Escalation {

  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private EscalationAxis axis;

  @Enumerated(EnumType.STRING)
  private EscalationLevel level;

  private String reason;

  @Column(name = "meeting_id")
  private UUID meetingId;

  @Column(name = "decision_number")
  private Integer decisionNumber;

  @ElementCollection
  @CollectionTable(name = "item_escalation_head", joinColumns = @JoinColumn(name = "escalation_id"))
  @OrderColumn(name = "position")
  private List<NamedLeader> heads = new ArrayList<>();

  @Column(name = "escalated_at")
  private Instant escalatedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "escalated_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "escalated_by_unit"))
  @AttributeOverride(name = "subject", column = @Column(name = "escalated_by_subject"))
  private Author escalatedBy;

  protected Escalation() {}

  /**
   * What sent it higher.
   *
   * @param meetingId meeting that decided it, or {@code null}, as the number, when the special team
   *     did by itself
   * @param decisionNumber of the decision in its meeting, from 1
   */
  public record Origin(UUID meetingId, Integer decisionNumber) {

    /** The special team by itself. */
    public static final Origin TEAM = new Origin(null, null);
  }

  /** An item that goes to the leading group with its {@code heads}. */
  static Escalation toLeadingGroup(
      UUID itemId, Origin origin, List<NamedLeader> heads, String reason, Instant at, Actor by) {
    Escalation escalation = new Escalation();
    escalation.id = UuidCreator.getTimeOrderedEpoch();
    escalation.itemId = itemId;
    escalation.axis = EscalationAxis.DIFFICULTY;
    escalation.level = EscalationLevel.D2_LEADING_GROUP;
    escalation.reason = reason;
    escalation.meetingId = origin.meetingId();
    escalation.decisionNumber = origin.decisionNumber();
    escalation.heads.addAll(heads);
    escalation.escalatedAt = at;
    escalation.escalatedBy = Author.of(by);
    return escalation;
  }

  public UUID itemId() {
    return itemId;
  }

  public EscalationAxis axis() {
    return axis;
  }

  public EscalationLevel level() {
    return level;
  }

  public String reason() {
    return reason;
  }

  /** Meeting that decided it, or {@code null}. */
  public UUID meetingId() {
    return meetingId;
  }

  /** Number of the decision in its meeting, or {@code null}. */
  public Integer decisionNumber() {
    return decisionNumber;
  }

  /** Heads of the leading group on that day; fewer than two while a seat was vacant. */
  public List<NamedLeader> heads() {
    return List.copyOf(heads);
  }

  public Instant escalatedAt() {
    return escalatedAt;
  }

  public Actor escalatedBy() {
    return escalatedBy.actor();
  }
}
