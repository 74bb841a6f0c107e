package org.bihuan.inspection.sampling;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.sampling.SamplingPlan.PassRate;

/**
 * Re-checks of one unit and class that are too many to visit: a drawn sample decides about all of
 * them (抽样核查). Too many failures and everything is visited.
 */
@Entity
@Table(name = "lot")
public class Lot {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private LotStatus status;

  @Column(name = "unit_code")
  private String unitCode;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  private String period;

  @Enumerated(EnumType.STRING)
  private SamplingMode mode;

  private int population;
  private int size;
  private int acceptance;
  private double error;
  private double confidence;
  private double tolerable;
  private double risk;
  private String seed;

  @Column(name = "resume_reason")
  private String resumeReason;

  private int visited;
  private int passed;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "opened_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "opened_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "opened_by_subject"))
  private ActedBy openedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  protected Lot() {}

  /** What a lot is of: a unit, a class and an ISO week. */
  record Kind(String unitCode, DeadlineClass deadlineClass, String period) {}

  static Lot open(
      Kind kind,
      int population,
      SamplingMode mode,
      SamplingConfig terms,
      String resumeReason,
      Actor by,
      Instant now) {
    Lot lot = new Lot();
    lot.id = UuidCreator.getTimeOrderedEpoch();
    lot.status = LotStatus.OPEN;
    lot.unitCode = kind.unitCode();
    lot.deadlineClass = kind.deadlineClass();
    lot.period = kind.period();
    lot.mode = mode;
    lot.population = population;
    lot.error = terms.error();
    lot.confidence = terms.confidence();
    lot.tolerable = terms.tolerable();
    lot.risk = riskIn(mode, terms);
    SamplingPlan plan = plan(population, mode, terms);
    lot.size = plan.size();
    lot.acceptance = plan.acceptance();
    lot.seed = Draw.seed();
    lot.resumeReason = resumeReason;
    lot.openedAt = now;
    lot.openedBy = ActedBy.of(by);
    return lot;
  }

  /** How a lot of this population would be sampled. */
  static SamplingPlan plan(int population, SamplingMode mode, SamplingConfig terms) {
    return SamplingPlan.of(
        population,
        terms.error(),
        terms.confidence(),
        terms.tolerable(),
        riskIn(mode, terms),
        mode == SamplingMode.REDUCED ? 0.4 : 1);
  }

  /** A lot after a suspension is looked at as while tightened. */
  static double riskIn(SamplingMode mode, SamplingConfig terms) {
    boolean strict = mode == SamplingMode.TIGHTENED || mode == SamplingMode.SUSPENDED;
    return strict ? terms.risk() / 2 : terms.risk();
  }

  /**
   * Counts a visit.
   *
   * @return whether that decides about the lot
   */
  boolean count(boolean hasPassed, Instant now) {
    visited++;
    passed += hasPassed ? 1 : 0;
    if (visited - passed > acceptance) {
      return decide(LotStatus.REJECTED, now);
    }
    return visited == size && decide(LotStatus.ACCEPTED, now);
  }

  /**
   * One that was drawn was called off and no other is left to be drawn.
   *
   * @return whether that decides about the lot
   */
  boolean shrink(Instant now) {
    size--;
    return visited == size && decide(LotStatus.ACCEPTED, now);
  }

  private boolean decide(LotStatus verdict, Instant now) {
    status = verdict;
    decidedAt = now;
    return true;
  }

  boolean isOpen() {
    return status == LotStatus.OPEN;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public LotStatus status() {
    return status;
  }

  public String unitCode() {
    return unitCode;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  public String period() {
    return period;
  }

  public SamplingMode mode() {
    return mode;
  }

  public int population() {
    return population;
  }

  public SamplingPlan plan() {
    return new SamplingPlan(size, acceptance);
  }

  public String seed() {
    return seed;
  }

  /** Why there is a lot again after too many had failed, or {@code null}. */
  public String resumeReason() {
    return resumeReason;
  }

  /** What the visits have found so far. */
  PassRate passRate() {
    return PassRate.of(passed, visited, confidence);
  }

  public double error() {
    return error;
  }

  public double confidence() {
    return confidence;
  }

  public double tolerable() {
    return tolerable;
  }

  public double risk() {
    return risk;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Actor openedBy() {
    return openedBy.actor();
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}
