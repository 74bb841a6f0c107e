package org.bihuan.inspection.assessment.closing;

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

/** That the assessment of a month is closed: once, and for good. */
@Entity
@Immutable
@Table(name = "month_closing")
public class MonthClosing {

  @Id private UUID id;
  private String month;

  @Column(name = "formula_version")
  private int formulaVersion;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "closed_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "closed_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "closed_by_subject"))
  private ActedBy closedBy;

  protected MonthClosing() {}

  public static MonthClosing of(Month month, int formulaVersion, Actor by, Instant now) {
    MonthClosing closing = new MonthClosing();
    closing.id = UuidCreator.getTimeOrderedEpoch();
    closing.month = month.toString();
    closing.formulaVersion = formulaVersion;
    closing.closedAt = now;
    closing.closedBy = ActedBy.of(by);
    return closing;
  }

  public UUID id() {
    return id;
  }

  public Month month() {
    return Month.read(month);
  }

  /** The formula by which it was closed. */
  public int formulaVersion() {
    return formulaVersion;
  }

  /** What happened later is no part of it. */
  public Instant closedAt() {
    return closedAt;
  }

  public Actor closedBy() {
    return closedBy.actor();
  }
}
