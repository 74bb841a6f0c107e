package org.bihuan.inspection.assessment.ruling;

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
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.hibernate.annotations.Immutable;

/**
 * That a named person found a reply false or a unit shirking, in one item. It costs points in the
 * month for which it is said.
 */
@Entity
@Immutable
@Table(name = "assessment_judgement")
public class Judgement {

  @Id private UUID id;
  private UUID entry;

  @Column(name = "problem_id")
  private UUID problemId;

  @Enumerated(EnumType.STRING)
  private DeductionKind kind;

  private String reason;

  @Column(name = "counted_at")
  private Instant countedAt;

  @Column(name = "judged_at")
  private Instant judgedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "judged_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "judged_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "judged_by_subject"))
  private ActedBy judgedBy;

  protected Judgement() {}

  /**
   * Judges.
   *
   * @param entry the unit's time with the item
   * @param countedAt moment of the month for which it counts, {@code now} or before
   */
  public static Judgement of(
      UUID entry,
      UUID problemId,
      DeductionKind kind,
      String reason,
      Instant countedAt,
      Actor by,
      Instant now) {
    Judgement judgement = new Judgement();
    judgement.id = UuidCreator.getTimeOrderedEpoch();
    judgement.entry = entry;
    judgement.problemId = problemId;
    judgement.kind = kind;
    judgement.reason = reason;
    judgement.countedAt = countedAt;
    judgement.judgedAt = now;
    judgement.judgedBy = ActedBy.of(by);
    return judgement;
  }

  /** The entry of the deduction that follows. */
  public UUID id() {
    return id;
  }

  /** The unit's time with the item. */
  public UUID entry() {
    return entry;
  }

  public UUID problemId() {
    return problemId;
  }

  public DeductionKind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  /** Moment of the month for which it counts. */
  public Instant countedAt() {
    return countedAt;
  }

  public Instant judgedAt() {
    return judgedAt;
  }

  public Actor judgedBy() {
    return judgedBy.actor();
  }
}
