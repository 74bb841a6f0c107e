package org.bihuan.inspection.roundtable;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.actor.Participant;
import org.hibernate.annotations.ListIndexBase;

/**
 * A round table (座谈会): the inspectors sit down with the units and settle a solution for each
 * problem [brief]. It is recorded once and never changes; what it decided stands at the findings.
 */
@Entity
@Table(name = "roundtable")
public class Roundtable {

  @Id private UUID id;

  @Column(name = "inspection_id")
  private UUID inspectionId;

  @Column(name = "held_at")
  private Instant heldAt;

  private String place;

  @ElementCollection
  @CollectionTable(name = "roundtable_attendee", joinColumns = @JoinColumn(name = "roundtable_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Participant> attendees = new ArrayList<>();

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "recorded_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "recorded_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "recorded_by_subject"))
  private ActedBy recordedBy;

  protected Roundtable() {}

  /** The round table of an inspection that {@code by} records. */
  public static Roundtable held(
      UUID inspectionId,
      Instant heldAt,
      String place,
      List<Participant> attendees,
      Actor by,
      Instant now) {
    Roundtable roundtable = new Roundtable();
    roundtable.id = UuidCreator.getTimeOrderedEpoch();
    roundtable.inspectionId = inspectionId;
    roundtable.heldAt = heldAt;
    roundtable.place = place;
    roundtable.attendees.addAll(attendees);
    roundtable.recordedAt = now;
    roundtable.recordedBy = ActedBy.of(by);
    return roundtable;
  }

  public UUID id() {
    return id;
  }

  public UUID inspectionId() {
    return inspectionId;
  }

  public Instant heldAt() {
    return heldAt;
  }

  public String place() {
    return place;
  }

  /** Units that were there, in the order in which they were named. */
  public List<Participant> attendees() {
    return List.copyOf(attendees);
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Actor recordedBy() {
    return recordedBy.actor();
  }
}
