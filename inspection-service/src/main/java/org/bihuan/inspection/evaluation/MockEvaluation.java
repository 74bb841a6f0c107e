package org.bihuan.inspection.evaluation;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.evaluation.point.EvaluationPoint;

/**
 * A mock evaluation (模拟测评): at each of its points the items of a checklist are looked at, and the
 * score is what passed of what was observed.
 *
 * <p>Its life: it is planned with its points, begun or called off, observed, and concluded. From
 * then on nothing is added, and its scores are final.
 */
@Entity
@Table(name = "mock_evaluation")
public class MockEvaluation {

  @Id private UUID id;
  @Version private long version;

  private String name;

  @Enumerated(EnumType.STRING)
  private EvaluationStatus status;

  @Column(name = "planned_for")
  private Instant plannedFor;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "planned_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "planned_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "planned_by_subject"))
  private ActedBy plannedBy;

  @ElementCollection
  @CollectionTable(
      name = "mock_evaluation_inspector",
      joinColumns = @JoinColumn(name = "evaluation_id"))
  private List<Inspector> inspectors = new ArrayList<>();

  @Column(name = "point_count")
  private int pointCount;

  @Column(name = "item_count")
  private int itemCount;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "concluded_at")
  private Instant concludedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "concluded_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "concluded_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "concluded_by_subject"))
  private ActedBy concludedBy;

  private String summary;

  @Column(name = "cancellation_reason")
  private String cancellationReason;

  protected MockEvaluation() {}

  /** An evaluation without points yet. */
  static MockEvaluation plan(
      String name, Instant plannedFor, List<Inspector> inspectors, Actor by) {
    MockEvaluation evaluation = new MockEvaluation();
    evaluation.id = UuidCreator.getTimeOrderedEpoch();
    evaluation.name = name;
    evaluation.status = EvaluationStatus.PLANNED;
    evaluation.plannedFor = plannedFor;
    evaluation.plannedBy = ActedBy.of(by);
    evaluation.inspectors.addAll(inspectors);
    return evaluation;
  }

  /** Says how much is to be looked at. */
  void take(List<EvaluationPoint> points) {
    pointCount = points.size();
    itemCount = points.stream().mapToInt(EvaluationPoint::itemCount).sum();
  }

  void start(Instant now) {
    status = EvaluationLifecycle.TABLE.next(status, EvaluationAction.START);
    startedAt = now;
  }

  /** Refuses an observation unless it is under way. */
  public void observe() {
    status = EvaluationLifecycle.TABLE.next(status, EvaluationAction.OBSERVE);
  }

  /** Sums it up; what was not looked at stays without an observation. */
  void conclude(String result, Actor by, Instant now) {
    status = EvaluationLifecycle.TABLE.next(status, EvaluationAction.CONCLUDE);
    summary = result;
    concludedAt = now;
    concludedBy = ActedBy.of(by);
  }

  void cancel(String reason) {
    status = EvaluationLifecycle.TABLE.next(status, EvaluationAction.CANCEL);
    cancellationReason = reason;
  }

  /** Whether {@code subject} may look at its points: one of its inspectors, or anybody. */
  boolean isOpenTo(String subject) {
    return inspectors.isEmpty()
        || inspectors.stream().anyMatch(inspector -> inspector.subject().equals(subject));
  }

  /** What its status allows. */
  Set<EvaluationAction> allowedActions() {
    return EvaluationLifecycle.TABLE.allowed(status);
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  public String name() {
    return name;
  }

  EvaluationStatus status() {
    return status;
  }

  public Instant plannedFor() {
    return plannedFor;
  }

  Actor plannedBy() {
    return plannedBy.actor();
  }

  /** Those who are to look at its points, by subject. */
  List<Inspector> inspectors() {
    return inspectors.stream().sorted(Comparator.comparing(Inspector::subject)).toList();
  }

  int pointCount() {
    return pointCount;
  }

  /** How many observations there are to be made. */
  int itemCount() {
    return itemCount;
  }

  public Instant startedAt() {
    return startedAt;
  }

  Instant concludedAt() {
    return concludedAt;
  }

  Actor concludedBy() {
    return concludedBy == null ? null : concludedBy.actor();
  }

  String summary() {
    return summary;
  }

  String cancellationReason() {
    return cancellationReason;
  }
}
