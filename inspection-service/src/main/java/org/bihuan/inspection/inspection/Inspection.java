package org.bihuan.inspection.inspection;

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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.onsite.Arrival;
import org.bihuan.kit.geo.Bounds;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;
import org.hibernate.annotations.ListIndexBase;

/**
 * An inspection (督查): one trip over one or several stops.
 *
 * <p>Its life: it is planned for a time, then started or called off. Once started its stops are
 * visited or left out with a reason, and what is found on the way is reported. When every stop is
 * settled it is concluded with a summary.
 */
@Entity
@Table(name = "inspection")
public class Inspection {

  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private InspectionTier tier;

  @Column(name = "line_code")
  private String lineCode;

  @Enumerated(EnumType.STRING)
  private InspectionMethod method;

  @Enumerated(EnumType.STRING)
  private InspectionStatus status;

  private String focus;
  private String purpose;

  @Column(name = "planned_for")
  private Instant plannedFor;

  @Column(name = "planned_at")
  private Instant plannedAt;

  @Embedded
  @AttributeOverride(name = "role", column = @Column(name = "planned_by_role"))
  @AttributeOverride(name = "unitCode", column = @Column(name = "planned_by_unit_code"))
  @AttributeOverride(name = "subject", column = @Column(name = "planned_by_subject"))
  private ActedBy plannedBy;

  @ElementCollection
  @CollectionTable(name = "inspection_inspector", joinColumns = @JoinColumn(name = "inspection_id"))
  private List<Inspector> inspectors = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "inspection_stop", joinColumns = @JoinColumn(name = "inspection_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Stop> stops = new ArrayList<>();

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "concluded_at")
  private Instant concludedAt;

  private String summary;

  @Column(name = "cancellation_reason")
  private String cancellationReason;

  protected Inspection() {}

  /** An inspection as it was asked for, of the tier LINE on {@code lineCode}. */
  static Inspection plan(
      NewInspection planned, String lineCode, List<Bounds> districts, Actor by, Instant now) {
    Inspection inspection = new Inspection();
    inspection.id = UuidCreator.getTimeOrderedEpoch();
    inspection.tier = planned.tier();
    inspection.lineCode = lineCode;
    inspection.method = planned.method();
    inspection.status = InspectionStatus.PLANNED;
    inspection.focus = planned.focus();
    inspection.purpose = planned.purpose();
    inspection.plannedFor = planned.plannedFor();
    inspection.plannedAt = now;
    inspection.plannedBy = ActedBy.of(by);
    inspection.inspectors.addAll(planned.inspectors());
    planned.stops().forEach(stop -> inspection.stops.add(Stop.of(stop, districts)));
    return inspection;
  }

  /**
   * Whether it is led by one of {@code roles}, a line leader's being bounded to {@code lines}, or
   * {@code subject} is among its inspectors.
   */
  boolean isOpenTo(Set<String> roles, Set<String> lines, String subject) {
    return InspectionPolicy.mayLead(tier, lineCode, roles, lines)
        || inspectors.stream().anyMatch(inspector -> inspector.subject().equals(subject));
  }

  /** What its status allows. */
  Set<InspectionAction> allowedActions() {
    return InspectionLifecycle.TABLE.allowed(status);
  }

  /** Calls it off; possible until it has started. */
  void cancel(String reason) {
    status = InspectionLifecycle.TABLE.next(status, InspectionAction.CANCEL);
    cancellationReason = reason;
  }

  /** Sets out; from now on it is visible to those inspected. */
  public void start(Instant now) {
    status = InspectionLifecycle.TABLE.next(status, InspectionAction.START);
    startedAt = now;
  }

  /**
   * Records that the inspectors came to stop {@code number}, counted from 1.
   *
   * @throws NotFound {@code stop-not-found} when the route has no such stop
   * @throws Conflict {@code stop-settled} when it was visited or left out before
   */
  public void visit(int number, Instant arrivedAt, String note, Instant now) {
    status = InspectionLifecycle.TABLE.next(status, InspectionAction.VISIT_STOP);
    Stop stop = stop(number);
    Arrival.verify(arrivedAt, startedAt, "arrived-before-start", now);
    stops.set(number - 1, stop.visited(number, arrivedAt, note));
  }

  /** Leaves stop {@code number} out; refused like a visit. */
  public void skip(int number, String reason) {
    status = InspectionLifecycle.TABLE.next(status, InspectionAction.SKIP_STOP);
    stops.set(number - 1, stop(number).skipped(number, reason));
  }

  /**
   * The stop at which something was found. That proves that the inspectors are there: a stop not
   * yet settled counts as visited.
   *
   * @throws NotFound {@code stop-not-found} when the route has no such stop
   * @throws Conflict {@code stop-settled} when it was left out
   */
  public Stop findAt(int number, Instant now) {
    status = InspectionLifecycle.TABLE.next(status, InspectionAction.REPORT_FINDING);
    if (stop(number).visitedAt() == null) {
      stops.set(number - 1, stop(number).visited(number, now, null));
    }
    return stop(number);
  }

  /**
   * Sums it up.
   *
   * @throws Conflict {@code stops-open} while a stop is neither visited nor left out
   */
  public void conclude(String result, Instant now) {
    status = InspectionLifecycle.TABLE.next(status, InspectionAction.CONCLUDE);
    String open =
        IntStream.rangeClosed(1, stops.size())
            .filter(number -> !stop(number).isSettled())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      throw new Conflict("stops-open", open);
    }
    summary = result;
    concludedAt = now;
  }

  private Stop stop(int number) {
    if (number < 1 || number > stops.size()) {
      throw new NotFound("stop-not-found", number);
    }
    return stops.get(number - 1);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public InspectionTier tier() {
    return tier;
  }

  /** Work line it is on; {@code null} for other tiers, and where the committee named none. */
  public String lineCode() {
    return lineCode;
  }

  public InspectionMethod method() {
    return method;
  }

  public InspectionStatus status() {
    return status;
  }

  public String focus() {
    return focus;
  }

  public String purpose() {
    return purpose;
  }

  public Instant plannedFor() {
    return plannedFor;
  }

  public Actor plannedBy() {
    return plannedBy.actor();
  }

  /** Those who are to go, by subject. */
  public List<Inspector> inspectors() {
    return inspectors.stream().sorted(Comparator.comparing(Inspector::subject)).toList();
  }

  /** The route; stop {@code n} is at index {@code n - 1}. */
  public List<Stop> stops() {
    return List.copyOf(stops);
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Instant concludedAt() {
    return concludedAt;
  }

  public String summary() {
    return summary;
  }

  public String cancellationReason() {
    return cancellationReason;
  }
}
