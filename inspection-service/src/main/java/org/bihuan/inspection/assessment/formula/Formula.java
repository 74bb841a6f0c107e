package org.bihuan.inspection.assessment.formula;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.kit.time.Month;
import org.hibernate.annotations.Immutable;

/** A version of the formula by which months are assessed. It never changes; another follows it. */
@Entity
@Immutable
@Table(name = "assessment_formula")
public class Formula {

  @Id private UUID id;
  private int version;

  @Column(name = "from_month")
  private String fromMonth;

  @Embedded private Weights weights;
  @Embedded private Points points;
  private BigDecimal multiplier;

  @Column(name = "fewest_due")
  private int fewestDue;

  private String reason;

  @Column(name = "set_at")
  private Instant setAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "set_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "set_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "set_by_subject"))
  private ActedBy setBy;

  protected Formula() {}

  static Formula of(int version, NewFormula asked, Actor by, Instant now) {
    Formula formula = new Formula();
    formula.id = UuidCreator.getTimeOrderedEpoch();
    formula.version = version;
    formula.fromMonth = asked.fromMonth();
    formula.weights = asked.weights();
    formula.points = asked.points();
    formula.multiplier = asked.multiplier();
    formula.fewestDue = asked.fewestDue();
    formula.reason = asked.reason();
    formula.setAt = now;
    formula.setBy = ActedBy.of(by);
    return formula;
  }

  /** Points taken off for {@code kind}, of a problem that counts double or not. */
  public BigDecimal pointsFor(DeductionKind kind, boolean doubled) {
    BigDecimal once = points.of(kind);
    return doubled ? once.multiply(multiplier) : once;
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  /** The first month that it is for, as long as no newer version is for it too. */
  public Month fromMonth() {
    return Month.read(fromMonth);
  }

  public Weights weights() {
    return weights;
  }

  public Points points() {
    return points;
  }

  /** How many times what media or leaders found is deducted. */
  public BigDecimal multiplier() {
    return multiplier;
  }

  /** Who has fewer items due is listed, but not ranked. */
  public int fewestDue() {
    return fewestDue;
  }

  /** Why it was set, or {@code null} for the first one. */
  public String reason() {
    return reason;
  }

  public Instant setAt() {
    return setAt;
  }

  public Actor setBy() {
    return setBy.actor();
  }
}
