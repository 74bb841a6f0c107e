package org.bihuan.dispatch.item;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnassignedReason;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.sla.Deadline;
import org.bihuan.dispatch.sla.TimeLimit;
import org.bihuan.dispatch.sla.calendar.CountedTime;

/**
 * One problem on a supervision order (督办事项). It begins with a filed problem and goes to a unit by
 * rule or by hand; the unit acknowledges and replies; the special team accepts the reply or returns
 * it; then the inspection re-checks on the spot and either writes it off, which ends it, or sends
 * it into another round with a new limit.
 *
 * <p>The limit belongs to a round. It runs day and night from the issue to the final reply. While a
 * reply is under review it stands still: when the reply is returned, the end of the limit moves by
 * the time that the review took. Before an item is on an order a limit of the same kind holds for
 * its assignment. What the unit asks for, to give the item back or for more time, the special team
 * decides; it also suspends an item about which nothing can be done. Every step takes the next
 * {@code sequence} and yields its entry of the history, which is told as one event.
 */
@Entity
@Table(name = "order_item")
public class OrderItem extends TrackedItem {

  protected OrderItem() {}

  private OrderItem(ProblemFiled filed) {
    super(filed);
  }

  /** The item of a problem just filed; it needs {@link #issue} or {@link #leaveUnassigned} next. */
  public static OrderItem of(ProblemFiled filed) {
    return new OrderItem(filed);
  }

  /** Puts it on an order by rule. */
  public Step issue(Assignment.Terms terms, Actor by) {
    return putOn(terms, ItemAction.ISSUE, by);
  }

  /**
   * No unit has it. From now on a limit for the assignment runs; one that runs already is not
   * touched.
   *
   * @param why the rule that cannot be followed, or who returned it; {@code null} when no rule
   *     covers it
   * @param deadline of the assignment, or {@code null} when no policy sets one
   */
  public Step leaveUnassigned(
      UnassignedReason reason, Why why, Deadline deadline, Instant at, Actor by) {
    return take(
        ItemAction.LEAVE_UNASSIGNED,
        at,
        by,
        null,
        () -> {
          setUnassignedReason(reason);
          setWhy(why);
          if (!timeLimit().hasBegun()) {
            setTimeLimit(deadline == null ? TimeLimit.NONE : TimeLimit.from(deadline));
          }
        });
  }

  /**
   * Intake corrected what the problem is about or where it is. Unit and limits that run stay.
   *
   * @param limitClass class that follows from the category; counts as long as no unit has the item
   */
  public Step correct(
      String category, DeadlineClass limitClass, Place place, Instant at, Actor by) {
    FiledProblem before = problem();
    FiledProblem after = before.corrected(category, place);
    return take(
        ItemAction.CORRECT,
        at,
        by,
        after.differenceTo(before),
        () -> {
          setProblem(after);
          setDeadlineClass(isUnassigned() ? limitClass : deadlineClass());
        });
  }

  /** Puts it on an order by hand, when it is on none. */
  public Step assign(Assignment.Terms terms, Actor by) {
    return putOn(terms, ItemAction.ASSIGN, by);
  }

  /** Puts it on a new order: for the first time, or instead of one not yet acknowledged. */
  public Step takeOver(Assignment.Terms terms, Actor by) {
    return putOn(terms, ItemLifecycle.takeover(status()), by);
  }

  private Step putOn(Assignment.Terms terms, ItemAction action, Actor by) {
    return take(
        action,
        terms.deadline().startedAt(),
        by,
        null,
        () -> {
          assignment().take(terms);
          setWhy(terms.why());
          setDeadlineClass(terms.deadlineClass());
          setUnassignedReason(null);
          setOpenExtensionRequestId(null);
          setTimeLimit(TimeLimit.from(terms.deadline()));
          setDifficulty(difficulty() == null ? null : difficulty().ordered());
        });
  }

  /**
   * The unit confirms receipt (签收).
   *
   * @param person who answers for it at the unit, or {@code null} to leave that as it is
   */
  public Step acknowledge(String person, Instant at, Actor by) {
    return take(ItemAction.ACKNOWLEDGE, at, by, null, () -> assignment().nameResponsible(person));
  }

  /** The unit replies (回复单); a final reply stops the clock. */
  public Step reply(ReplyKind kind, Instant at, Actor by) {
    return kind == ReplyKind.FINAL
        ? take(ItemAction.REPLY, at, by, null, () -> stop(at))
        : take(ItemAction.REPLY_INTERIM, at, by, null, () -> {});
  }

  /** The clock stands, and what was asked for about its limit has lapsed. */
  private void stop(Instant at) {
    setTimeLimit(timeLimit().stopped(at));
    setOpenExtensionRequestId(null);
  }

  /**
   * The special team accepts the final reply.
   *
   * @param demand lasting demand made with it (长效要求), or {@code null}
   */
  public Step acceptReply(String demand, String opinion, Instant at, Actor by) {
    return take(ItemAction.ACCEPT_REPLY, at, by, opinion, () -> assignment().demandForGood(demand));
  }

  /**
   * The special team sends the final reply back. The limit goes on where the reply stopped it: the
   * time under review is the team's, not the unit's. A reply that came late stays late.
   */
  public Step returnReply(String opinion, CountedTime time, Instant at, Actor by) {
    return take(
        ItemAction.RETURN_REPLY,
        at,
        by,
        opinion,
        () -> setTimeLimit(timeLimit().resumed(at, time)));
  }

  /** The re-check failed: another round begins with a new limit. */
  public Step failRecheck(Deadline deadline, String outcome, Actor by) {
    return take(
        ItemAction.FAIL_RECHECK,
        deadline.startedAt(),
        by,
        outcome,
        () -> {
          beginRound();
          setTimeLimit(TimeLimit.from(deadline));
        });
  }

  /**
   * The ledger wrote the problem off (销账). What was called off meanwhile is written off all the
   * same, and its entry says so.
   */
  public Step writeOff(Instant at, Actor by) {
    String reason = status() == ItemStatus.CANCELLED ? "CROSSED_CANCELLATION" : null;
    return take(ItemAction.WRITE_OFF, at, by, reason, () -> {});
  }

  /**
   * It is called off, by the special team or because its problem ended in intake. Nothing is owed
   * any more, so it never turns overdue; a final reply that came before stays in time or late.
   */
  public Step cancel(String reason, Instant at, Actor by) {
    return take(
        ItemAction.CANCEL,
        at,
        by,
        reason,
        () -> {
          setTimeLimit(timeLimit().ended(at));
          setOpenReturnRequestId(null);
          setOpenExtensionRequestId(null);
          setSuspension(Suspension.NONE);
        });
  }

  /** The unit asks to give it back (退单). It keeps it, and the clock runs, until that is decided. */
  public Step requestReturn(UUID requestId, String reason, Instant at, Actor by) {
    return take(ItemAction.REQUEST_RETURN, at, by, reason, () -> setOpenReturnRequestId(requestId));
  }

  /** The unit keeps it after all, as it was. */
  public Step withdrawReturn(Instant at, Actor by) {
    return take(ItemAction.WITHDRAW_RETURN, at, by, null, () -> setOpenReturnRequestId(null));
  }

  /** The special team leaves it with its unit, as it was. */
  public Step refuseReturn(String opinion, Instant at, Actor by) {
    return take(ItemAction.REFUSE_RETURN, at, by, opinion, () -> setOpenReturnRequestId(null));
  }

  /** It was ruled that it is its unit's business: the unit keeps it, as it was. */
  public Step keepByRuling(String reason, Why why, Instant at, Actor by) {
    return take(
        ItemAction.REFUSE_RETURN,
        at,
        by,
        reason,
        () -> {
          setOpenReturnRequestId(null);
          setWhy(why);
        });
  }

  /**
   * The special team takes it from its unit, whose limit ends. It needs {@link #assign} or {@link
   * #leaveUnassigned} next.
   */
  public Step acceptReturn(String opinion, Why why, Instant at, Actor by) {
    return take(
        ItemAction.ACCEPT_RETURN,
        at,
        by,
        opinion,
        () -> {
          setOpenReturnRequestId(null);
          setOpenExtensionRequestId(null);
          assignment().release();
          setTimeLimit(TimeLimit.NONE);
          setUnassignedReason(UnassignedReason.RETURNED);
          setWhy(why);
        });
  }

  /**
   * The unit asks for more time (延期). Nothing moves by it.
   *
   * @param until later than the limit ends, at most by what it was long at first
   */
  public Step requestExtension(
      UUID requestId, Instant until, CountedTime time, String reason, Instant at, Actor by) {
    ItemPolicy.checkExtension(this, until, time, at);
    return take(
        ItemAction.REQUEST_EXTENSION, at, by, reason, () -> setOpenExtensionRequestId(requestId));
  }

  /** The special team gives the time asked for; yellow and red are told anew. */
  public Step extend(Instant until, CountedTime time, String opinion, Instant at, Actor by) {
    return take(
        ItemAction.ACCEPT_EXTENSION,
        at,
        by,
        opinion,
        () -> {
          setTimeLimit(timeLimit().extendedTo(until, time));
          setOpenExtensionRequestId(null);
        });
  }

  /** The limit stays where it is. */
  public Step refuseExtension(String opinion, Instant at, Actor by) {
    return take(
        ItemAction.REFUSE_EXTENSION, at, by, opinion, () -> setOpenExtensionRequestId(null));
  }

  /**
   * Nothing can be done for a while (挂账): the clock stands. Again, it has another day of review.
   */
  public Step suspend(Suspension until, String reason, Instant at, Actor by) {
    boolean stands = status() == ItemStatus.SUSPENDED;
    return take(
        ItemAction.SUSPEND,
        at,
        by,
        reason,
        () -> {
          setSuspension(until);
          if (!stands) {
            stop(at);
          }
        });
  }

  /** It is as it was before, and what its unit has time for ends later by the time it stood. */
  public Step resume(CountedTime time, String reason, Instant at, Actor by) {
    return take(
        ItemAction.RESUME,
        at,
        by,
        reason,
        () -> {
          assignment().prolong(end -> timeLimit().shifted(end, at, time));
          setTimeLimit(timeLimit().resumed(at, time));
          setSuspension(Suspension.NONE);
        });
  }

  /** Its causes are complex: the special team has to coordinate. The clock is not touched. */
  public Step declareComplex(String reason, Instant at, Actor by) {
    return take(
        ItemAction.DECLARE_COMPLEX,
        at,
        by,
        reason,
        () -> setDifficulty(Difficulty.forTeam(reason, at, by)));
  }

  /**
   * A meeting gives it a date of its own. The limit that has run until now no longer counts, and
   * what the unit has asked for about it has lapsed; whose business it is, the meeting has settled.
   *
   * @param planned the new limit, from now to the end of that day
   */
  public Step setPlanDate(Deadline planned, String decision, Actor by) {
    return take(
        ItemAction.SET_PLAN_DATE,
        planned.startedAt(),
        by,
        decision,
        () -> {
          setDifficulty(difficulty().plannedInsteadOf(timeLimit().dueAt()));
          setDeadlineClass(DeadlineClass.PLANNED);
          setOpenExtensionRequestId(null);
          assignment().settle();
          setTimeLimit(TimeLimit.from(planned));
        });
  }

  /** It is submitted to the leading group. The clock is not touched. */
  public Step submitToLeadingGroup(String decision, Instant at, Actor by) {
    return take(
        ItemAction.SUBMIT_TO_LEADING_GROUP,
        at,
        by,
        decision,
        () -> setDifficulty(difficulty().submitted()));
  }

  /** The unit files its plan (一事一策), or the next version of it. The clock is not touched. */
  public Step filePlan(Instant at, Actor by) {
    return take(ItemAction.FILE_PLAN, at, by, null, this::countPlan);
  }

  /** The unit is urged (催办). The clock is not touched. */
  public Step urge(String text, Instant at, Actor by) {
    return take(ItemAction.URGE, at, by, text, () -> {});
  }

  /** A timer fired, for whatever is due first. */
  public Step attend(Instant at, Actor by) {
    return switch (Attention.due(this)) {
      case MARK_REVIEW_OVERDUE ->
          take(
              ItemAction.MARK_REVIEW_OVERDUE,
              at,
              by,
              null,
              () -> setSuspension(suspension().overdue()));
      case URGE -> take(ItemAction.URGE, at, by, null, assignment()::urged);
      case WARN -> take(ItemAction.WARN, at, by, null, () -> setTimeLimit(timeLimit().told()));
      default ->
          take(ItemAction.MARK_OVERDUE, at, by, null, () -> setTimeLimit(timeLimit().told()));
    };
  }

  /**
   * Takes down what leaves the item and its clock as they were: a fact of another service that came
   * too late, what a meeting decided besides, what became of the task of a unit that helps.
   *
   * @param words what is to be said of it, such as the code of the unit
   */
  public Step note(ItemAction action, String words, Instant at, Actor by) {
    return take(action, at, by, words, () -> {});
  }
}
