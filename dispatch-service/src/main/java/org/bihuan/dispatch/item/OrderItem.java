package org.bihuan.dispatch.item;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.TimeLimit;

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

  @Id private UUID id;
  @Embedded private FiledProblem problem;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "unassigned_reason")
  private UnassignedReason unassignedReason;

  @Embedded private Assignment assignment;

  @Enumerated(EnumType.STRING)
  @Column(name = "deadline_class")
  private DeadlineClass deadlineClass;

  @Embedded private TimeLimit timeLimit;

  @Column(name = "rework_count")
  private int reworkCount;

  private int sequence;
  @Version private long version;

  protected OrderItem() {}

  /** The item of a problem just filed; it needs {@link #issue} or {@link #leaveUnassigned} next. */
  public static OrderItem of(ProblemFiled filed) {
    OrderItem item = new OrderItem();
    item.id = UuidCreator.getTimeOrderedEpoch();
    item.problem = FiledProblem.of(filed);
    item.deadlineClass = filed.deadlineClass();
    item.status = ItemStatus.UNASSIGNED;
    item.assignment = Assignment.none();
    item.timeLimit = TimeLimit.NONE;
    return item;
  }

  /** Puts it on an order by rule. */
  public Step issue(Assignment.Terms terms, Actor by) {
    return putOn(terms, ItemAction.ISSUE, by);
  }

  /**
   * No rule named a unit or gave a limit. From now on a limit for the assignment runs; one that
   * runs already is not touched.
   *
   * @param deadline of the assignment, or {@code null} when no policy sets one
   */
  public Step leaveUnassigned(UnassignedReason reason, Deadline deadline, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.LEAVE_UNASSIGNED);
    unassignedReason = reason;
    if (!timeLimit.hasBegun()) {
      timeLimit = deadline == null ? TimeLimit.NONE : TimeLimit.from(deadline);
    }
    return step(ItemAction.LEAVE_UNASSIGNED, from, at, by, null);
  }

  /**
   * Intake corrected what the problem is about or where it is. Unit and limits that run stay.
   *
   * @param limitClass class that follows from the category; counts as long as no unit has the item
   */
  public Step correct(
      String category, DeadlineClass limitClass, Place place, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.CORRECT);
    FiledProblem before = problem;
    problem = before.corrected(category, place);
    deadlineClass = isUnassigned() ? limitClass : deadlineClass;
    return step(ItemAction.CORRECT, from, at, by, problem.differenceTo(before));
  }

  /** Puts it on an order by hand for the first time. */
  public Step assign(Assignment.Terms terms, Actor by) {
    return putOn(terms, ItemAction.ASSIGN, by);
  }

  /** Puts it on a new order: for the first time, or instead of one not yet acknowledged. */
  public Step takeOver(Assignment.Terms terms, Actor by) {
    return putOn(terms, ItemLifecycle.takeover(status), by);
  }

  private Step putOn(Assignment.Terms terms, ItemAction action, Actor by) {
    ItemStatus from = move(action);
    assignment.take(terms);
    deadlineClass = terms.deadlineClass();
    unassignedReason = null;
    timeLimit = TimeLimit.from(terms.deadline());
    return step(action, from, assignment.issuedAt(), by, null);
  }

  /**
   * The unit confirms receipt (签收).
   *
   * @param person who answers for it at the unit, or {@code null} to leave that as it is
   */
  public Step acknowledge(String person, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.ACKNOWLEDGE);
    assignment.nameResponsible(person);
    return step(ItemAction.ACKNOWLEDGE, from, at, by, null);
  }

  /** The unit replies (回复单); a final reply stops the clock. */
  public Step reply(ReplyKind kind, Instant at, Actor by) {
    ItemAction action = kind == ReplyKind.FINAL ? ItemAction.REPLY : ItemAction.REPLY_INTERIM;
    ItemStatus from = move(action);
    timeLimit = kind == ReplyKind.FINAL ? timeLimit.stopped(at) : timeLimit;
    return step(action, from, at, by, null);
  }

  /**
   * The special team accepts the final reply.
   *
   * @param demand lasting demand made with it (长效要求), or {@code null}
   */
  public Step acceptReply(String demand, String opinion, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.ACCEPT_REPLY);
    assignment.demandForGood(demand);
    return step(ItemAction.ACCEPT_REPLY, from, at, by, opinion);
  }

  /**
   * The special team sends the final reply back. The limit goes on where the reply stopped it: the
   * time under review is the team's, not the unit's. A reply that came late stays late.
   */
  public Step returnReply(String opinion, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.RETURN_REPLY);
    timeLimit = timeLimit.resumed(at);
    return step(ItemAction.RETURN_REPLY, from, at, by, opinion);
  }

  /** The re-check failed: another round begins with a new limit. */
  public Step failRecheck(Deadline deadline, String outcome, Actor by) {
    ItemStatus from = move(ItemAction.FAIL_RECHECK);
    reworkCount++;
    timeLimit = TimeLimit.from(deadline);
    return step(ItemAction.FAIL_RECHECK, from, deadline.startedAt(), by, outcome);
  }

  /**
   * The ledger wrote the problem off (销账). What was called off meanwhile is written off all the
   * same, and its entry says so.
   */
  public Step writeOff(Instant at, Actor by) {
    ItemStatus from = move(ItemAction.WRITE_OFF);
    String reason = from == ItemStatus.CANCELLED ? "CROSSED_CANCELLATION" : null;
    return step(ItemAction.WRITE_OFF, from, at, by, reason);
  }

  /**
   * Takes down a fact of another service that came too late to change anything.
   *
   * @param fact wire name of the fact
   */
  public Step noteLateFact(String fact, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.NOTE_LATE_FACT);
    return step(ItemAction.NOTE_LATE_FACT, from, at, by, fact);
  }

  /**
   * It is called off, by the special team or because its problem ended in intake. Nothing is owed
   * any more, so it never turns overdue; a final reply that came before stays in time or late.
   */
  public Step cancel(String reason, Instant at, Actor by) {
    ItemStatus from = move(ItemAction.CANCEL);
    timeLimit = timeLimit.ended(at);
    return step(ItemAction.CANCEL, from, at, by, reason);
  }

  /** A timer fired: first the warning, then the mark of being overdue, each once a round. */
  public Step attend(Instant at, Actor by) {
    ItemAction action = timeLimit.warned() ? ItemAction.MARK_OVERDUE : ItemAction.WARN;
    ItemStatus from = move(action);
    timeLimit = timeLimit.told();
    return step(action, from, at, by, null);
  }

  /** Takes a step and returns the state before it, which the first step of a life has not. */
  private ItemStatus move(ItemAction action) {
    ItemStatus from = sequence == 0 ? null : status;
    status = ItemLifecycle.next(status, action);
    sequence++;
    return from;
  }

  private Step step(ItemAction action, ItemStatus from, Instant at, Actor by, String reason) {
    return new Step(
        id,
        sequence,
        at,
        action,
        from,
        status,
        by,
        reason,
        reworkCount,
        timeLimit.dueAt(),
        timeLimit.ruleVersion());
  }

  /** Whether it waits for a unit. */
  public boolean isUnassigned() {
    return status == ItemStatus.UNASSIGNED;
  }

  /** Whether it was never issued, so that its limit, when it has one, is that of the assignment. */
  public boolean isOnNoOrder() {
    return assignment.orderId() == null;
  }

  /** Whether nothing is owed any more. */
  public boolean isEnded() {
    return !ItemLifecycle.isOpen(status);
  }

  /** Whether the re-check of {@code round} can change nothing any more: it ended or went on. */
  public boolean isPast(int round) {
    return isEnded() || round < reworkCount;
  }

  public UUID id() {
    return id;
  }

  public FiledProblem problem() {
    return problem;
  }

  public ItemStatus status() {
    return status;
  }

  public UnassignedReason unassignedReason() {
    return unassignedReason;
  }

  /** What its order says of it; empty while it is on none. */
  public Assignment assignment() {
    return assignment;
  }

  public DeadlineClass deadlineClass() {
    return deadlineClass;
  }

  /** The limit of this round, or, while it is on no order, of the assignment. */
  public TimeLimit timeLimit() {
    return timeLimit;
  }

  /** Number of failed re-checks, which is also the number of the round. */
  public int reworkCount() {
    return reworkCount;
  }

  public long version() {
    return version;
  }
}
