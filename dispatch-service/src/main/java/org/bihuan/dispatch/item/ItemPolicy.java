package org.bihuan.dispatch.item;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.RoutingReasonKind;
import org.bihuan.dispatch.sla.TimeLimit;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.kit.lifecycle.IllegalTransition;
import org.bihuan.kit.refusal.Conflict;

/**
 * What, beside the state of an item, forbids an action: windows, and what is done only once. What
 * it objects to is refused, and is offered to nobody.
 */
final class ItemPolicy {

  private ItemPolicy() {}

  /**
   * Lets pass what state and rules allow.
   *
   * @throws IllegalTransition when the state does not lead on by {@code action}; it names what is
   *     possible instead
   * @throws Conflict when something else forbids it
   */
  static void check(TrackedItem item, ItemAction action, Instant at) {
    if (!ItemLifecycle.allowed(item.status()).contains(action)) {
      throw new IllegalTransition(item.status(), action, permitted(item, at));
    }
    Optional<Conflict> objection = objection(item, action, at);
    if (objection.isPresent()) {
      throw objection.get();
    }
  }

  /** What the state allows and nothing else forbids. */
  static Set<ItemAction> permitted(TrackedItem item, Instant at) {
    return ItemLifecycle.allowed(item.status()).stream()
        .filter(action -> objection(item, action, at).isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ItemAction.class)));
  }

  /** Why {@code action} is refused at {@code at}, although the state allows it. */
  private static Optional<Conflict> objection(TrackedItem item, ItemAction action, Instant at) {
    return Optional.ofNullable(
        switch (action) {
          case REQUEST_RETURN -> objectionToReturn(item, at);
          case REQUEST_EXTENSION -> objectionToExtension(item, at);
          case ACCEPT_EXTENSION, REFUSE_EXTENSION ->
              item.openExtensionRequestId() == null ? new Conflict("already-decided") : null;
          case REPLY -> objectionToFinalReply(item);
          case SET_PLAN_DATE -> item.difficulty() == null ? new Conflict("not-complex") : null;
          case SUBMIT_TO_LEADING_GROUP -> objectionToSubmission(item.difficulty());
          case DECLARE_COMPLEX ->
              item.difficulty() == null ? null : new Conflict("already-complex");
          default -> null;
        });
  }

  /**
   * What was ruled to be a unit's business stays so, and a unit that has begun to work does not
   * find out later that it is not.
   */
  private static Conflict objectionToReturn(TrackedItem item, Instant at) {
    if (item.why() != null && item.why().kind() == RoutingReasonKind.RULING) {
      return new Conflict("ruled-upon").with("rulingId", item.why().id());
    }
    Instant until = item.assignment().returnUntil();
    return until != null && !at.isAfter(until)
        ? null
        : new Conflict("return-window-passed").with("returnUntil", String.valueOf(until));
  }

  /** What has a date of its own is done by a plan that says who, when and for how much. */
  private static Conflict objectionToFinalReply(TrackedItem item) {
    return item.deadlineClass() == DeadlineClass.PLANNED && item.planVersion() == 0
        ? new Conflict("plan-missing")
        : null;
  }

  /** The special team has tried before, and the leading group has it once. */
  private static Conflict objectionToSubmission(Difficulty difficulty) {
    if (difficulty == null) {
      return new Conflict("not-complex");
    }
    return difficulty.level() == Difficulty.Level.D2_LEADING_GROUP
        ? new Conflict("already-submitted")
        : null;
  }

  /**
   * Once a limit, and while it runs: nobody makes late what was late already. A date that a meeting
   * set, only a meeting moves.
   */
  private static Conflict objectionToExtension(TrackedItem item, Instant at) {
    if (item.deadlineClass() == DeadlineClass.PLANNED) {
      return new Conflict("date-set-by-meeting");
    }
    if (item.timeLimit().extended()) {
      return new Conflict("already-extended");
    }
    if (item.openExtensionRequestId() != null) {
      return new Conflict("extension-request-open")
          .with("requestId", item.openExtensionRequestId());
    }
    return at.isBefore(item.timeLimit().dueAt())
        ? null
        : new Conflict("extension-too-late").with("dueAt", item.timeLimit().dueAt());
  }

  /**
   * An extension is asked for in time; it ends after the limit, and makes it at most twice as long
   * as it was at first.
   *
   * @throws Conflict {@code extension-out-of-range}, with the bounds
   */
  static void checkExtension(TrackedItem item, Instant until, CountedTime time, Instant at) {
    check(item, ItemAction.REQUEST_EXTENSION, at);
    TimeLimit limit = item.timeLimit();
    Instant latest = limit.latestEnd(time);
    if (!until.isAfter(limit.dueAt()) || until.isAfter(latest)) {
      throw new Conflict("extension-out-of-range", limit.dueAt(), latest)
          .with("dueAt", limit.dueAt())
          .with("latest", latest);
    }
  }
}
