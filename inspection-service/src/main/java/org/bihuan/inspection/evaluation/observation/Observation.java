package org.bihuan.inspection.evaluation.observation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;
import org.bihuan.kit.refusal.Conflict;

/** What somebody saw of an item of the checklist at a point (测评记录); it stays as it was told. */
@Entity
@Table(name = "observation")
class Observation {

  @Id private UUID id;

  @Column(name = "evaluation_id")
  private UUID evaluationId;

  @Column(name = "point_id")
  private UUID pointId;

  @Column(name = "checklist_id")
  private UUID checklistId;

  @Column(name = "item_number")
  private int item;

  @Enumerated(EnumType.STRING)
  private ObservationOutcome outcome;

  private String note;

  @Column(name = "attachment_ids")
  private List<UUID> attachmentIds;

  @Column(name = "observed_at")
  private Instant observedAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "observed_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "observed_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "observed_by_subject"))
  private ActedBy observedBy;

  @Column(name = "place_type_code")
  private String placeTypeCode;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  private BigDecimal weight;

  @Column(name = "finding_id")
  private UUID findingId;

  protected Observation() {}

  /**
   * What {@code by} tells.
   *
   * @param weight of the item
   * @param observedAt when, no later than now
   */
  static Observation of(
      NewObservation sent,
      EvaluationPoint point,
      BigDecimal weight,
      Instant observedAt,
      Actor by,
      Instant now) {
    Observation observation = new Observation();
    observation.id = UuidCreator.getTimeOrderedEpoch();
    observation.evaluationId = point.evaluationId();
    observation.pointId = point.id();
    observation.checklistId = point.checklistId();
    observation.item = sent.item();
    observation.outcome = sent.outcome();
    observation.note = sent.note();
    observation.attachmentIds = List.copyOf(sent.attachmentIds());
    observation.observedAt = observedAt;
    observation.receivedAt = now;
    observation.observedBy = ActedBy.of(by);
    observation.placeTypeCode = point.placeTypeCode();
    observation.subdistrictCode = point.subdistrictCode();
    observation.weight = weight;
    return observation;
  }

  /** Whether this is what {@code by} tells again, as a device does that got no answer. */
  boolean isAlso(NewObservation sent, Actor by) {
    return outcome == sent.outcome()
        && Objects.equals(note, sent.note())
        && attachmentIds.equals(sent.attachmentIds())
        && observedBy.subject().equals(by.subject());
  }

  /**
   * It leads to a finding.
   *
   * @throws Conflict {@code observation-not-failed}; {@code finding-reported} when it did before
   */
  void lead(UUID finding) {
    if (outcome != ObservationOutcome.FAILED) {
      throw new Conflict("observation-not-failed");
    }
    if (findingId != null) {
      throw new Conflict("finding-reported", findingId);
    }
    findingId = finding;
  }

  UUID id() {
    return id;
  }

  UUID evaluationId() {
    return evaluationId;
  }

  UUID pointId() {
    return pointId;
  }

  UUID checklistId() {
    return checklistId;
  }

  /** Number of the item on its checklist, from 1. */
  int item() {
    return item;
  }

  ObservationOutcome outcome() {
    return outcome;
  }

  String note() {
    return note;
  }

  List<UUID> attachmentIds() {
    return attachmentIds;
  }

  Instant observedAt() {
    return observedAt;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  Actor observedBy() {
    return observedBy.actor();
  }

  String placeTypeCode() {
    return placeTypeCode;
  }

  String subdistrictCode() {
    return subdistrictCode;
  }

  BigDecimal weight() {
    return weight;
  }

  /** The finding it led to, or {@code null}. */
  UUID findingId() {
    return findingId;
  }
}
