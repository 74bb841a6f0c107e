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
import java.util.function.Function;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.actor.ActedBy;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.actor.Participant;
import org.bihuan.inspection.inspection.trip.Aim;
import org.bihuan.inspection.inspection.trip.Closing;
import org.bihuan.inspection.inspection.trip.Postponement;
import org.bihuan.inspection.inspection.trip.Presence;
import org.bihuan.inspection.inspection.trip.Route;
import org.bihuan.inspection.inspection.trip.Stop;
import org.bihuan.inspection.inspection.trip.Trip;
import org.bihuan.inspection.onsite.Arrival;
import org.bihuan.inspection.onsite.Position;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
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

  @Embedded private Aim aim;

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
  @CollectionTable(name = "inspection_companion", joinColumns = @JoinColumn(name = "inspection_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Participant> companions = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "inspection_postponement",
      joinColumns = @JoinColumn(name = "inspection_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Postponement> postponements = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "inspection_stop", joinColumns = @JoinColumn(name = "inspection_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Stop> stops = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "inspection_act", joinColumns = @JoinColumn(name = "inspection_id"))
  @OrderColumn(name = "number")
  @ListIndexBase(1)
  private List<Act> acts = new ArrayList<>();

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finding_count")
  private int findingCount;

  @Embedded private Closing closing;

  @Column(name = "cancellation_reason")
  private String cancellationReason;

  protected Inspection() {}

  /** An inspection as it was asked for, of the tier LINE on {@code lineCode}. */
  static Inspection plan(NewInspection planned, Trip trip, String lineCode, Actor by, Instant now) {
    Inspection inspection = new Inspection();
    inspection.id = UuidCreator.getTimeOrderedEpoch();
    inspection.tier = planned.tier();
    inspection.lineCode = lineCode;
    inspection.method = planned.method();
    inspection.status = InspectionStatus.PLANNED;
    inspection.plannedFor = planned.plannedFor();
    inspection.plannedAt = now;
    inspection.plannedBy = ActedBy.of(by);
    inspection.take(trip);
    return inspection;
  }

  private void take(Trip trip) {
    InspectionPolicy.refuseCompanions(method, trip.companions());
    aim = trip.aim();
    replace(inspectors, trip.inspectors());
    replace(companions, trip.companions());
    replace(stops, trip.stops());
  }

  private static <T> void replace(List<T> old, List<T> wanted) {
    old.clear();
    old.addAll(wanted);
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

  /** Changes what it is to do, who goes and where; possible until it has started. */
  void change(Trip trip, Actor by, Instant now) {
    act(InspectionAction.CHANGE, null, null, by, now);
    take(trip);
  }

  /**
   * Puts it off; possible until it has started.
   *
   * @throws Invalid {@code not-later} when {@code later} does not lie after what was planned, and
   *     after now
   */
  void postpone(Instant later, String reason, Actor by, Instant now) {
    act(InspectionAction.POSTPONE, null, reason, by, now);
    if (!later.isAfter(plannedFor) || !later.isAfter(now)) {
      throw new Invalid("plannedFor", "not-later");
    }
    postponements.add(new Postponement(plannedFor, later, reason, now, ActedBy.of(by)));
    plannedFor = later;
  }

  /** Calls it off; possible until it has started. */
  void cancel(String reason, Actor by, Instant now) {
    act(InspectionAction.CANCEL, null, reason, by, now);
    cancellationReason = reason;
  }

  /** Sets out; from now on it is visible to those inspected. */
  public void start(Actor by, Instant now) {
    act(InspectionAction.START, null, null, by, now);
    startedAt = now;
  }

  /**
   * Records that the inspectors came to stop {@code number}, counted from 1. What a device sends
   * again counts once, also when the inspection is over by then.
   *
   * @param position where they stood, or {@code null}
   * @throws org.bihuan.kit.refusal.NotFound {@code stop-not-found} when the route has no such stop
   * @throws Conflict {@code stop-settled} when another visit was told before, or it was left out
   */
  public void visit(
      int number, Instant arrivedAt, Position position, String note, Actor by, Instant now) {
    Presence told = Presence.told(arrivedAt, position, by, startedAt, now);
    if (route().stop(number).knows(told, note)) {
      return;
    }
    act(InspectionAction.VISIT_STOP, number, null, by, now);
    Arrival.verify("arrivedAt", arrivedAt, startedAt, "arrived-before-start", now);
    route().visit(number, told, note);
  }

  /** Leaves stop {@code number} out; refused like a visit. */
  public void skip(int number, String reason, Actor by, Instant now) {
    act(InspectionAction.SKIP_STOP, number, reason, by, now);
    route().skip(number, reason);
  }

  /**
   * The stop at which something was found. That proves that the inspectors are there: a stop not
   * yet settled counts as visited.
   *
   * @param foundAt when, between the start and now
   * @throws org.bihuan.kit.refusal.NotFound {@code stop-not-found} when the route has no such stop
   * @throws Conflict {@code stop-settled} when it was left out
   */
  public Stop findAt(int number, Instant foundAt, Actor by, Instant now) {
    act(InspectionAction.REPORT_FINDING, number, null, by, now);
    route().prove(number, foundAt);
    findingCount++;
    return route().stop(number);
  }

  /**
   * Its people sat down with the units at {@code heldAt}; they may again, about what is found
   * later.
   *
   * @return when, as it is kept: between the start and now
   * @throws Invalid when that lies in the future
   * @throws org.bihuan.kit.refusal.Unprocessable {@code held-before-start} when it lies before the
   *     start
   */
  public Instant holdRoundtable(Instant heldAt, Actor by, Instant now) {
    act(InspectionAction.HOLD_ROUNDTABLE, null, null, by, now);
    return Arrival.kept("heldAt", heldAt, startedAt, "held-before-start", now);
  }

  /**
   * Sums it up.
   *
   * @param undecided how many of its findings have no decision
   * @param serials numbers its bulletin, when nothing stands against that any more
   * @throws Conflict {@code stops-open} while a stop is neither visited nor left out, {@code
   *     findings-undecided} while a planned round table has left something undecided
   */
  public void conclude(
      String summary, long undecided, Function<Instant, String> serials, Actor by, Instant now) {
    InspectionLifecycle.TABLE.next(status, InspectionAction.CONCLUDE);
    route().refuseOpenStops();
    if (aim.roundtablePlanned() && undecided > 0) {
      throw new Conflict("findings-undecided", undecided);
    }
    closing = new Closing(now, summary, serials.apply(now));
    act(InspectionAction.CONCLUDE, null, null, by, now);
  }

  private void act(InspectionAction action, Integer stop, String reason, Actor by, Instant now) {
    status = InspectionLifecycle.TABLE.next(status, action);
    acts.add(new Act(action, now, ActedBy.of(by), stop, reason));
  }

  private Route route() {
    return new Route(stops);
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

  public Aim aim() {
    return aim;
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

  /** Units that come along. */
  public List<Participant> companions() {
    return List.copyOf(companions);
  }

  /** How it was put off, the first time first. */
  public List<Postponement> postponements() {
    return List.copyOf(postponements);
  }

  /** What was done to it since it was planned, the first thing first. */
  public List<Act> acts() {
    return List.copyOf(acts);
  }

  /** How many findings were reported. */
  public int findingCount() {
    return findingCount;
  }

  /** The route; stop {@code n} is at index {@code n - 1}. */
  public List<Stop> stops() {
    return List.copyOf(stops);
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** {@code null} until it is concluded. */
  public Closing closing() {
    return closing;
  }

  public String cancellationReason() {
    return cancellationReason;
  }
}
