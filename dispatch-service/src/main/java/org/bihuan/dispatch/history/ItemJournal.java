package org.bihuan.dispatch.history;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.DispatchEvent.AssignmentOverdue;
import org.bihuan.contract.DispatchEvent.AssignmentWarned;
import org.bihuan.contract.DispatchEvent.ItemAcknowledged;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemCorrected;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemOverdue;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ItemSuspensionReviewOverdue;
import org.bihuan.contract.DispatchEvent.ItemUnassigned;
import org.bihuan.contract.DispatchEvent.ItemUrged;
import org.bihuan.contract.DispatchEvent.ItemWarned;
import org.bihuan.contract.DispatchEvent.ItemWrittenOff;
import org.bihuan.contract.DispatchEvent.LateFactNoted;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.Event;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.RoutingReason;
import org.bihuan.dispatch.item.FiledProblem;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.routing.route.Why;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.outbox.Outbox;

/**
 * Writes the step of an item down and tells it to the other services: one entry, one event, the
 * same sequence. Nobody's name goes into an event.
 */
@ApplicationScoped
public class ItemJournal {

  private final HistoryEntries entries;
  private final Outbox outbox;
  private final UnitDirectory units;
  private final List<StepFollower> followers;

  ItemJournal(
      HistoryEntries entries,
      Outbox outbox,
      UnitDirectory units,
      @All List<StepFollower> followers) {
    this.entries = entries;
    this.outbox = outbox;
    this.units = units;
    this.followers = followers;
  }

  public void leftUnassigned(OrderItem item, Step step) {
    tell(
        step,
        new ItemUnassigned(
            item.id(),
            problemId(item),
            step.sequence(),
            item.unassignedReason(),
            step.at(),
            step.actor(),
            published(step.why())));
  }

  public void issued(OrderItem item, OrderKind kind, Step step) {
    tell(
        step,
        new ItemIssued(
            item.id(),
            problemId(item),
            step.sequence(),
            item.assignment().orderId(),
            item.assignment().orderSerial(),
            item.problem().findingId(),
            item.assignment().leadUnit().published(),
            item.assignment().jointUnits().stream().map(AssignedUnit::published).toList(),
            item.deadlineClass(),
            item.timeLimit().dueAt(),
            item.timeLimit().ruleVersion(),
            step.at(),
            step.actor(),
            published(step.why()),
            kind));
  }

  private static RoutingReason published(Why why) {
    return why == null ? null : why.published();
  }

  /** What intake corrected is what the item says from now on. */
  public void corrected(OrderItem item, Step step) {
    FiledProblem problem = item.problem();
    tell(
        step,
        new ItemCorrected(
            item.id(),
            problem.problemId(),
            step.sequence(),
            problem.categoryCode(),
            problem.place(),
            step.at(),
            step.actor()));
  }

  public void acknowledged(OrderItem item, Step step) {
    tell(
        step,
        new ItemAcknowledged(item.id(), problemId(item), step.sequence(), step.at(), step.actor()));
  }

  public void replied(OrderItem item, Step step, Reply reply, List<AttachedFile> attached) {
    tell(
        step,
        new ItemReplied(
            item.id(),
            problemId(item),
            step.sequence(),
            reply.id(),
            reply.kind(),
            reply.round(),
            reply.isOnTime(),
            step.at(),
            step.actor(),
            attached,
            reply.beforePhotoIds()));
  }

  public void replyAccepted(OrderItem item, Step step, Reply reply) {
    FiledProblem problem = item.problem();
    tell(
        step,
        new ReplyAccepted(
            item.id(),
            problem.problemId(),
            step.sequence(),
            reply.id(),
            reply.round(),
            problem.problemSerial(),
            problem.title(),
            problem.categoryCode(),
            item.deadlineClass(),
            problem.place(),
            item.assignment().leadUnit().published(),
            List.copyOf(involved(item)),
            reply.standingDemand(),
            reply.repliedAt(),
            step.at(),
            step.actor(),
            hands(item, step),
            problem.sourceKind(),
            item.difficulty() != null));
  }

  /** Whoever worked on it for a unit or judged the work: none of them re-checks. */
  private List<String> hands(OrderItem item, Step review) {
    Set<String> hands = new TreeSet<>(entries.hands(item.id()));
    hands.add(review.actor().subject());
    return List.copyOf(hands);
  }

  /** Lead, joint, and their parents and children: none of their people re-checks. */
  private Set<String> involved(OrderItem item) {
    return units.withNextOfKin(item.assignment().unitCodes());
  }

  public void replyReturned(OrderItem item, Step step, Reply reply) {
    tell(
        step,
        new ReplyReturned(
            item.id(),
            problemId(item),
            step.sequence(),
            reply.id(),
            reply.round(),
            item.timeLimit().dueAt(),
            step.at(),
            step.actor()));
  }

  /** A timer fired: for a limit, for an acknowledgement, or for the review of a suspension. */
  public void attended(OrderItem item, Step step) {
    tell(
        step,
        switch (step.action()) {
          case URGE -> urged(item, step);
          case MARK_REVIEW_OVERDUE ->
              new ItemSuspensionReviewOverdue(
                  item.id(),
                  problemId(item),
                  step.sequence(),
                  step.suspension().reviewOn(),
                  step.at(),
                  step.actor());
          default -> item.isOnNoOrder() ? ofAssignment(item, step) : ofLimit(item, step);
        });
  }

  /** Who is urged, by whom, and with which words. */
  public static ItemUrged urged(OrderItem item, Step step) {
    return new ItemUrged(
        item.id(), problemId(item), step.sequence(), step.reason(), step.at(), step.actor());
  }

  private static DispatchEvent ofAssignment(OrderItem item, Step step) {
    UUID problem = problemId(item);
    int sequence = step.sequence();
    return step.action() == ItemAction.WARN
        ? new AssignmentWarned(item.id(), problem, sequence, step.dueAt(), step.at(), step.actor())
        : new AssignmentOverdue(
            item.id(), problem, sequence, step.dueAt(), step.at(), step.actor());
  }

  private static DispatchEvent ofLimit(OrderItem item, Step step) {
    UUID problem = problemId(item);
    int sequence = step.sequence();
    return step.action() == ItemAction.WARN
        ? new ItemWarned(item.id(), problem, sequence, step.dueAt(), step.at(), step.actor())
        : new ItemOverdue(
            item.id(),
            problem,
            sequence,
            step.dueAt(),
            step.at(),
            step.actor(),
            item.assignment().leadUnit().published(),
            item.reworkCount());
  }

  public void sentToRework(OrderItem item, Step step, UUID recheckId) {
    tell(
        step,
        new ReworkOrdered(
            item.id(),
            problemId(item),
            step.sequence(),
            recheckId,
            item.reworkCount(),
            item.timeLimit().dueAt(),
            item.timeLimit().ruleVersion(),
            step.at(),
            step.actor()));
  }

  public void writtenOff(OrderItem item, Step step, UUID recheckId) {
    tell(
        step,
        new ItemWrittenOff(
            item.id(),
            problemId(item),
            step.sequence(),
            recheckId,
            step.at(),
            step.actor(),
            step.reason()));
  }

  /**
   * A fact of another service came when it could change nothing about the item any more.
   *
   * @param by who the late fact names
   */
  public void cameLate(OrderItem item, Event fact, UUID eventId, Actor by, Instant now) {
    String name = EventCatalogue.of(fact.getClass()).name();
    Step step = item.note(ItemAction.NOTE_LATE_FACT, name, now, by);
    tell(
        step,
        new LateFactNoted(
            item.id(), problemId(item), step.sequence(), name, eventId, step.at(), step.actor()));
  }

  public void cancelled(OrderItem item, Step step) {
    tell(
        step,
        new ItemCancelled(item.id(), problemId(item), step.sequence(), step.at(), step.actor()));
  }

  /** Writes a step down as the fact that tells it; what hangs on the item follows. */
  public HistoryEntry tell(Step step, DispatchEvent event) {
    HistoryEntry entry = HistoryEntry.of(step);
    entries.persist(entry);
    outbox.announce(event);
    followers.forEach(follower -> follower.follow(step));
    return entry;
  }

  private static UUID problemId(OrderItem item) {
    return item.problem().problemId();
  }
}
