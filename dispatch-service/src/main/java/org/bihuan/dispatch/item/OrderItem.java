package org.bihuan.dispatch.item;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.history.HistoryEntry;
import org.bihuan.dispatch.sla.ClockReading;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * One problem on a supervision order (督办事项). It begins with a filed problem and goes to a unit by
 * rule or by hand; the unit acknowledges and replies; the special team accepts the reply or returns
 * it; then the inspection re-checks on the spot and either writes it off, which ends it, or sends
 * it into another round with a new limit.
 *
 * <p>The limit belongs to a round. It runs day and night from the issue to the final reply. While a
 * reply is under review it stands still: when the reply is returned, the end of the limit moves by
 * the time that the review took. Before an item is on an order a limit of the same kind holds for
 * its assignment. Every step takes the next {@code sequence} and yields its entry of the history,
 * which is told as one event.
 */
@Entity
@Table(name = "order_item")
public class OrderItem {

  /** Reason in the history of a write-off that came after a cancellation. */
  static final String CROSSED_CANCELLATION = "CROSSED_CANCELLATION";

  @Id private UUID id;
  @Embedded private FiledProblem problem;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "order_serial")
  private String orderSerial;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "unassigned_reason")
  private UnassignedReason unassignedReason;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "lead_unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "lead_unit_name"))
  private AssignedUnit leadUnit;

  @ElementCollection
  @CollectionTable(name = "item_joint_unit", joinColumns = @JoinColumn(name = "item_id"))
  @OrderColumn(name = "position")
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private List<AssignedUnit> jointUnits = new ArrayList<>();

  /** Lead and joint units once more, for whoever looks up a unit's items: one index over both. */
  @Column(name = "unit_codes")
  private List<String> unitCodes = List.of();

  @Column(name = "responsible_person")
  private String responsiblePerson;

  private String demand;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "limit_started_at")
  private Instant limitStartedAt;

  @Column(name = "warn_at")
  private Instant warnAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "rule_version")
  private String ruleVersion;

  @Column(name = "clock_stopped_at")
  private Instant clockStoppedAt;

  @Column(name = "next_attention_at")
  private Instant nextAttentionAt;

  private boolean warned;

  @Column(name = "marked_overdue")
  private boolean markedOverdue;

  @Column(name = "rework_count")
  private int reworkCount;

  @Column(name = "standing_demand")
  private String standingDemand;

  private int sequence;
  @Version private long version;

  protected OrderItem() {}

  /**
   * What an order says about one item.
   *
   * @param demand what is to be done (整改要求), or {@code null}
   * @param responsiblePerson named by the special team or later by the unit (责任人), or {@code null}
   */
  public record Terms(
      UUID orderId,
      String orderSerial,
      AssignedUnit leadUnit,
      List<AssignedUnit> jointUnits,
      DeadlineClass deadlineClass,
      Deadline deadline,
      String demand,
      String responsiblePerson) {}

  /** The item of a problem just filed; it needs {@link #issue} or {@link #leaveUnassigned} next. */
  public static OrderItem of(ProblemFiled filed) {
    OrderItem item = new OrderItem();
    item.id = UuidCreator.getTimeOrderedEpoch();
    item.problem = FiledProblem.of(filed);
    item.deadlineClass = filed.deadlineClass();
    item.status = ItemStatus.UNASSIGNED;
    return item;
  }

  /** Puts it on an order by rule. */
  public HistoryEntry issue(Terms terms, Actor by) {
    return putOn(terms, ItemAction.ISSUE, by);
  }

  /**
   * No rule named a unit or gave a limit. From now on a limit for the assignment runs; one that
   * runs already is not touched.
   *
   * @param assignment that limit, or {@code null} when no policy sets one
   */
  public HistoryEntry leaveUnassigned(
      UnassignedReason reason, Deadline assignment, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.LEAVE_UNASSIGNED);
    unassignedReason = reason;
    if (hasNoLimit()) {
      nextAttentionAt = null;
      Optional.ofNullable(assignment).ifPresent(this::startLimit);
    }
    return entry(ItemAction.LEAVE_UNASSIGNED, from, at, by, null);
  }

  /**
   * Intake corrected what the problem is about or where it is. Unit and limits that run stay.
   *
   * @param limitClass class that follows from the category; counts as long as no unit has the item
   */
  public HistoryEntry correct(
      String category, DeadlineClass limitClass, Place place, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.CORRECT);
    FiledProblem before = problem;
    problem = before.corrected(category, place);
    deadlineClass = isUnassigned() ? limitClass : deadlineClass;
    return entry(ItemAction.CORRECT, from, at, by, problem.differenceTo(before));
  }

  /** Puts it on an order by hand for the first time. */
  public HistoryEntry assign(Terms terms, Actor by) {
    return putOn(terms, ItemAction.ASSIGN, by);
  }

  /** Puts it on a new order: for the first time, or instead of one not yet acknowledged. */
  public HistoryEntry takeOver(Terms terms, Actor by) {
    return putOn(terms, ItemLifecycle.takeover(status), by);
  }

  private HistoryEntry putOn(Terms terms, ItemAction action, Actor by) {
    ItemStatus from = move(action);
    orderId = terms.orderId();
    orderSerial = terms.orderSerial();
    leadUnit = terms.leadUnit();
    jointUnits.clear();
    jointUnits.addAll(terms.jointUnits());
    unitCodes =
        Stream.concat(Stream.of(leadUnit), jointUnits.stream()).map(AssignedUnit::code).toList();
    deadlineClass = terms.deadlineClass();
    demand = terms.demand();
    responsiblePerson = terms.responsiblePerson();
    unassignedReason = null;
    issuedAt = terms.deadline().startedAt();
    startLimit(terms.deadline());
    return entry(action, from, issuedAt, by, null);
  }

  /**
   * The unit confirms receipt (签收).
   *
   * @param person who answers for it at the unit, or {@code null} to leave that as it is
   */
  public HistoryEntry acknowledge(String person, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.ACKNOWLEDGE);
    responsiblePerson = person == null ? responsiblePerson : person;
    return entry(ItemAction.ACKNOWLEDGE, from, at, by, null);
  }

  /** The unit replies (回复单); a final reply stops the clock. */
  public HistoryEntry reply(ReplyKind kind, Instant at, Actor by) {
    if (kind == ReplyKind.INTERIM) {
      ItemStatus from = move(ItemAction.REPLY_INTERIM);
      return entry(ItemAction.REPLY_INTERIM, from, at, by, null);
    }
    ItemStatus from = move(ItemAction.REPLY);
    stopClock(at);
    return entry(ItemAction.REPLY, from, at, by, null);
  }

  /**
   * The special team accepts the final reply.
   *
   * @param demand lasting demand made with it (长效要求), or {@code null}
   */
  public HistoryEntry acceptReply(String demand, String opinion, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.ACCEPT_REPLY);
    standingDemand = demand == null ? standingDemand : demand;
    return entry(ItemAction.ACCEPT_REPLY, from, at, by, opinion);
  }

  /**
   * The special team sends the final reply back. The limit goes on where the reply stopped it: the
   * time under review is the team's, not the unit's. A reply that came late stays late.
   */
  public HistoryEntry returnReply(String opinion, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.RETURN_REPLY);
    if (at.isAfter(clockStoppedAt)) {
      Duration underReview = Duration.between(clockStoppedAt, at);
      warnAt = warnAt.plus(underReview);
      dueAt = dueAt.plus(underReview);
    }
    clockStoppedAt = null;
    watch();
    return entry(ItemAction.RETURN_REPLY, from, at, by, opinion);
  }

  /** The re-check failed: another round begins with a new limit. */
  public HistoryEntry failRecheck(Deadline deadline, String outcome, Actor by) {
    ItemStatus from = move(ItemAction.FAIL_RECHECK);
    reworkCount++;
    startLimit(deadline);
    return entry(ItemAction.FAIL_RECHECK, from, deadline.startedAt(), by, outcome);
  }

  /**
   * The ledger wrote the problem off (销账). What was called off meanwhile is written off all the
   * same, and its entry says so.
   */
  public HistoryEntry writeOff(Instant at, Actor by) {
    ItemStatus from = move(ItemAction.WRITE_OFF);
    String reason = from == ItemStatus.CANCELLED ? CROSSED_CANCELLATION : null;
    return entry(ItemAction.WRITE_OFF, from, at, by, reason);
  }

  /**
   * Takes down a fact of another service that came too late to change anything.
   *
   * @param fact wire name of the fact
   */
  public HistoryEntry noteLateFact(String fact, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.NOTE_LATE_FACT);
    return entry(ItemAction.NOTE_LATE_FACT, from, at, by, fact);
  }

  /**
   * It is called off, by the special team or because its problem ended in intake. Nothing is owed
   * any more, so it never turns overdue; a final reply that came before stays in time or late.
   */
  public HistoryEntry cancel(String reason, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.CANCEL);
    if (dueAt != null && clockStoppedAt == null) {
      stopClock(at.isBefore(dueAt) ? at : dueAt);
    }
    return entry(ItemAction.CANCEL, from, at, by, reason);
  }

  /** A timer fired: first the warning, then the mark of being overdue, each once a round. */
  public HistoryEntry attend(Instant at, Actor by) {
    ItemAction action = warned ? ItemAction.MARK_OVERDUE : ItemAction.WARN;
    ItemStatus from = move(action);
    markedOverdue = warned;
    warned = true;
    watch();
    return entry(action, from, at, by, null);
  }

  private void startLimit(Deadline deadline) {
    limitStartedAt = deadline.startedAt();
    warnAt = deadline.warnAt();
    dueAt = deadline.dueAt();
    ruleVersion = deadline.ruleVersion();
    clockStoppedAt = null;
    warned = false;
    markedOverdue = false;
    watch();
  }

  private void stopClock(Instant at) {
    clockStoppedAt = at;
    nextAttentionAt = null;
  }

  private void watch() {
    nextAttentionAt = markedOverdue ? null : warned ? dueAt : warnAt;
  }

  /** Takes a step and returns the state before it, which the first step of a life has not. */
  private ItemStatus move(ItemAction action) {
    ItemStatus from = sequence == 0 ? null : status;
    status = ItemLifecycle.next(status, action);
    sequence++;
    return from;
  }

  private HistoryEntry entry(
      ItemAction action, ItemStatus from, Instant at, Actor by, String reason) {
    return HistoryEntry.of(
        new HistoryEntry.Step(id, sequence, at, action, from, status, by, reason),
        new HistoryEntry.Limit(reworkCount, dueAt, ruleVersion));
  }

  /** What its clock shows at {@code now}. */
  public ClockReading clock(Instant now) {
    return ClockReading.of(warnAt, dueAt, clockStoppedAt, now);
  }

  /** Whether it waits for a unit. */
  public boolean isUnassigned() {
    return status == ItemStatus.UNASSIGNED;
  }

  /** Whether it was never issued, so that its limit, when it has one, is that of the assignment. */
  public boolean isOnNoOrder() {
    return orderId == null;
  }

  /** Whether no limit has begun, neither for the assignment nor for a unit. */
  public boolean hasNoLimit() {
    return dueAt == null;
  }

  /** Whether nothing is owed any more. */
  public boolean isEnded() {
    return !ItemLifecycle.isOpen(status);
  }

  /** Whether the re-check of {@code round} can change nothing any more: it ended or went on. */
  boolean isPast(int round) {
    return isEnded() || round < reworkCount;
  }

  /** Whether the unit {@code code} answers for it. */
  boolean isLedBy(String code) {
    return leadUnit != null && leadUnit.code().equals(code);
  }

  public UUID id() {
    return id;
  }

  public FiledProblem problem() {
    return problem;
  }

  public UUID orderId() {
    return orderId;
  }

  public String orderSerial() {
    return orderSerial;
  }

  public ItemStatus status() {
    return status;
  }

  public UnassignedReason unassignedReason() {
    return unassignedReason;
  }

  /** Unit that answers for it, or {@code null} while there is none. */
  public AssignedUnit leadUnit() {
    return leadUnit;
  }

  /** Codes of the lead unit and the joint ones; empty while it is on no order. */
  public List<String> unitCodes() {
    return unitCodes;
  }

  public List<AssignedUnit> jointUnits() {
    return List.copyOf(jointUnits);
  }

  public String responsiblePerson() {
    return responsiblePerson;
  }

  public String demand() {
    return demand;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /** Start of the limit that holds: of this round, or of the assignment. */
  public Instant limitStartedAt() {
    return limitStartedAt;
  }

  /** End of the limit that holds: of this round, or, while it is on no order, of the assignment. */
  public Instant dueAt() {
    return dueAt;
  }

  public String ruleVersion() {
    return ruleVersion;
  }

  /** Number of failed re-checks, which is also the number of the round. */
  public int reworkCount() {
    return reworkCount;
  }

  public String standingDemand() {
    return standingDemand;
  }

  public long version() {
    return version;
  }
}
