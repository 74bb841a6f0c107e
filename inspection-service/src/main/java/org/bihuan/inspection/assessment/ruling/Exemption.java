package org.bihuan.inspection.assessment.ruling;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.kit.time.Month;
import org.hibernate.annotations.Immutable;

/**
 * That an entry is in no figure any more, with the reason and who said so. The facts stay as they
 * are, and it is never taken back.
 */
@Entity
@Immutable
@Table(name = "assessment_exemption")
public class Exemption {

  @Id private UUID id;
  private String month;
  private UUID entry;

  @Column(name = "unit_code")
  private String unitCode;

  @Column(name = "problem_id")
  private UUID problemId;

  @Column(name = "appeal_id")
  private UUID appealId;

  private String reason;

  @Column(name = "exempted_at")
  private Instant exemptedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "exempted_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "exempted_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "exempted_by_subject"))
  private ActedBy exemptedBy;

  protected Exemption() {}

  /**
   * An entry that may be exempted.
   *
   * @param month in whose assessment it was found
   */
  public record Exempted(Month month, UUID entry, String unitCode, UUID problemId) {}

  /**
   * Exempts an entry.
   *
   * @param appealId the appeal that had success, or {@code null} when the team did by itself
   */
  public static Exemption of(
      Exempted exempted, UUID appealId, String reason, Actor by, Instant now) {
    Exemption exemption = new Exemption();
    exemption.id = UuidCreator.getTimeOrderedEpoch();
    exemption.month = exempted.month().toString();
    exemption.entry = exempted.entry();
    exemption.unitCode = exempted.unitCode();
    exemption.problemId = exempted.problemId();
    exemption.appealId = appealId;
    exemption.reason = reason;
    exemption.exemptedAt = now;
    exemption.exemptedBy = ActedBy.of(by);
    return exemption;
  }

  public UUID id() {
    return id;
  }

  public UUID entry() {
    return entry;
  }

  /** The unit whose entry it is. */
  public String unitCode() {
    return unitCode;
  }

  public UUID problemId() {
    return problemId;
  }

  /** The appeal that had success, or {@code null} when the team excluded it by itself. */
  public UUID appealId() {
    return appealId;
  }

  public String reason() {
    return reason;
  }

  public Instant exemptedAt() {
    return exemptedAt;
  }

  public Actor exemptedBy() {
    return exemptedBy.actor();
  }
}
