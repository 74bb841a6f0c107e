package org.bihuan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Facts told by dispatch-service about one order item. {@code sequence} numbers the facts of an
 * item from 1 without gaps, so that a reader can tell a late or repeated fact from news. {@code
 * round} is the number of failed re-checks before the fact: 0 for the first attempt.
 */
public sealed interface DispatchEvent extends Event {

  UUID itemId();

  UUID problemId();

  int sequence();

  Actor actor();

  /** When the fact happened. */
  Instant occurredAt();

  @Override
  default String key() {
    return problemId().toString();
  }

  /**
   * No unit has the item; it waits for the special team, since no rule names a unit or since its
   * unit has returned it. Told again when the reason changes, and when an item that had no limit
   * for its assignment gets one.
   *
   * @param why the rule that names a unit which cannot have it, or who returned it to nobody;
   *     {@code null} when no rule covers it
   */
  record ItemUnassigned(
      UUID itemId,
      UUID problemId,
      int sequence,
      UnassignedReason reason,
      Instant occurredAt,
      Actor actor,
      @MayBeNull RoutingReason why)
      implements DispatchEvent {}

  /**
   * An item was put on an order and the clock started.
   *
   * @param dueAt end of the limit; {@code occurredAt} is its start
   * @param ruleVersion version of the SLA policy that made {@code dueAt}
   * @param why what decided that it is this unit; {@code null} in facts older than reasons
   * @param orderKind what form the order has; older facts do not say
   */
  record ItemIssued(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID orderId,
      String orderSerial,
      @MayBeNull UUID findingId,
      UnitName leadUnit,
      List<UnitName> jointUnits,
      DeadlineClass deadlineClass,
      Instant dueAt,
      String ruleVersion,
      Instant occurredAt,
      Actor actor,
      @MayBeNull RoutingReason why,
      @MayBeNull OrderKind orderKind)
      implements DispatchEvent {}

  /** The unit confirmed receipt (签收). The clock is not touched by it. */
  record ItemAcknowledged(
      UUID itemId, UUID problemId, int sequence, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * The unit replied (回复单).
   *
   * @param attachments photos and papers that show what was done
   * @param beforePhotoIds those of the attachments that show how it was
   */
  record ItemReplied(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID replyId,
      ReplyKind kind,
      int round,
      boolean onTime,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments,
      List<UUID> beforePhotoIds)
      implements DispatchEvent {

    public ItemReplied {
      // Older facts do not tell them.
      attachments = attachments == null ? List.of() : attachments;
      beforePhotoIds = beforePhotoIds == null ? List.of() : beforePhotoIds;
    }
  }

  /**
   * The special team accepted a final reply; now a re-check on the spot is owed.
   *
   * @param involvedUnitCodes units whose people must not re-check: lead, joint, and their parents
   *     and children
   * @param involvedSubjects people who must not re-check: who took receipt, replied or reviewed,
   *     opaque identifiers
   * @param standingDemand lasting demand made with the acceptance (长效要求), or {@code null}
   * @param sourceKind who found the problem; {@code null} in older facts
   * @param difficult whether it needed the team or the leading group, or had a plan of its own
   */
  record ReplyAccepted(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID replyId,
      int round,
      String problemSerial,
      @FreeText String title,
      String categoryCode,
      DeadlineClass deadlineClass,
      Place place,
      UnitName leadUnit,
      List<String> involvedUnitCodes,
      @FreeText @MayBeNull String standingDemand,
      Instant repliedAt,
      Instant occurredAt,
      Actor actor,
      List<String> involvedSubjects,
      @MayBeNull SourceKind sourceKind,
      boolean difficult)
      implements DispatchEvent {

    public ReplyAccepted {
      // Older facts do not tell them.
      involvedSubjects = involvedSubjects == null ? List.of() : involvedSubjects;
    }
  }

  /**
   * The special team sent a final reply back.
   *
   * @param dueAt end of the limit, later than before by the time that the reply was under review
   */
  record ReplyReturned(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID replyId,
      int round,
      Instant dueAt,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The unit says that the item is not its business and asks the special team to take it back (退单).
   * The clock runs on.
   *
   * @param clauseCode duty clause that the unit names for it
   * @param suggestedUnit whose business it is in the unit's eyes, or {@code null}
   * @param rulingNeeded whether that unit has once returned the same item to this one
   */
  record ItemReturnRequested(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID requestId,
      String clauseCode,
      @MayBeNull UnitName suggestedUnit,
      boolean rulingNeeded,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The special team decided about a return. ACCEPTED takes the item from its unit; whether it is
   * on a new order then or waits for a unit the next fact tells. REFUSED leaves it with the unit,
   * under its old limit.
   *
   * @param rulingId the ruling that decided, or {@code null} for the usual decision
   */
  record ItemReturnDecided(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID requestId,
      RequestDecision decision,
      @FreeText @MayBeNull String opinion,
      Instant occurredAt,
      Actor actor,
      @MayBeNull UUID rulingId)
      implements DispatchEvent {}

  /** The unit took its request for a return back; it keeps the item, under its old limit. */
  record ItemReturnWithdrawn(
      UUID itemId, UUID problemId, int sequence, UUID requestId, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * The unit asks for more time (延期). Nothing moves by it. A request that nobody has decided when
   * the unit replies for good, or when the limit ends otherwise, has lapsed without a fact of its
   * own.
   *
   * @param until end of the limit that it asks for
   */
  record ItemExtensionRequested(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID requestId,
      Instant until,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The special team decided about an extension.
   *
   * @param dueAt end of the limit from now on; REFUSED leaves it where it was
   */
  record ItemExtensionDecided(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID requestId,
      RequestDecision decision,
      Instant dueAt,
      @FreeText @MayBeNull String opinion,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The special team suspended the item (挂账): its clock stands. Told again for each new day of
   * review.
   *
   * @param reviewOn day of the district by which the team looks at it again
   */
  record ItemSuspended(
      UUID itemId,
      UUID problemId,
      int sequence,
      SuspensionCause cause,
      LocalDate reviewOn,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** The day of review of a suspended item has passed, and nobody has looked at it. */
  record ItemSuspensionReviewOverdue(
      UUID itemId,
      UUID problemId,
      int sequence,
      LocalDate reviewOn,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The special team resumed a suspended item: its clock runs on.
   *
   * @param inRework whether it is in rework, as before; else it is issued or acknowledged
   * @param dueAt end of the limit, later than before by the time that the item was suspended
   */
  record ItemResumed(
      UUID itemId,
      UUID problemId,
      int sequence,
      boolean inRework,
      Instant dueAt,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The unit or the special team says that its causes are complex and it cannot be fixed at once
   * (原因复杂 [brief]): a meeting is to coordinate. The limit runs on.
   */
  record ItemDeclaredComplex(
      UUID itemId,
      UUID problemId,
      int sequence,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * A meeting gave a complex item a date of its own: from here on it is of class PLANNED, and the
   * limit by the hour no longer counts.
   *
   * @param meetingId meeting that decided it
   * @param decisionNumber of the decision in its meeting, from 1
   * @param dueAt end of the new limit: the last moment of the day that was decided
   * @param formerDueAt end of the limit that held until now
   * @param text the decision in words
   */
  record ItemPlanDateSet(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID meetingId,
      int decisionNumber,
      Instant dueAt,
      Instant formerDueAt,
      @FreeText String text,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * Those below could not settle the item and submitted it to those above. The limit runs on.
   *
   * @param axis why it went higher
   * @param level how high it went
   * @param meetingId meeting that decided it; {@code null} when the special team did by itself
   * @param decisionNumber of the decision in its meeting, from 1, or {@code null}
   * @param text why, or the decision in words
   */
  record ItemEscalated(
      UUID itemId,
      UUID problemId,
      int sequence,
      EscalationAxis axis,
      EscalationLevel level,
      @MayBeNull UUID meetingId,
      @MayBeNull Integer decisionNumber,
      @FreeText String text,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * A meeting decided something else about the item: a task for a unit, or what is only recorded.
   *
   * @param meetingId meeting that decided it
   * @param meetingKind what kind of meeting it was
   * @param decisionNumber of the decision in its meeting, from 1
   * @param text the decision in words
   * @param responsibleUnit who has the task, or {@code null} when it is none
   * @param dueOn day by whose end the task is to be done, or {@code null} when it is none
   */
  record MeetingDecided(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID meetingId,
      MeetingKind meetingKind,
      int decisionNumber,
      @FreeText String text,
      @MayBeNull UnitName responsibleUnit,
      @MayBeNull LocalDate dueOn,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The lead unit filed a plan for the item (一事一策), or another version of it.
   *
   * @param planVersion from 1
   * @param plannedDays days that the work takes
   */
  record ItemPlanFiled(
      UUID itemId,
      UUID problemId,
      int sequence,
      int planVersion,
      int plannedDays,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The unit was urged (催办), by the special team or because it had not acknowledged in time. The
   * limit is not touched.
   *
   * @param text what the special team says; {@code null} when the time to acknowledge had passed
   */
  record ItemUrged(
      UUID itemId,
      UUID problemId,
      int sequence,
      @FreeText @MayBeNull String text,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The item was taken into a campaign (攻坚行动 [brief]), which counts it as done once it is written
   * off. The item itself is as it was.
   *
   * @param campaignCode code that people call the campaign by
   */
  record ItemJoinedCampaign(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID campaignId,
      String campaignCode,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** The item was taken out of a campaign again, where it did not belong. */
  record ItemLeftCampaign(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID campaignId,
      String campaignCode,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** Most of the limit is used up (yellow). */
  record ItemWarned(
      UUID itemId, UUID problemId, int sequence, Instant dueAt, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * The limit has passed without a final reply (red).
   *
   * @param leadUnit the unit that had the item then; older facts do not tell it
   * @param round number of failed re-checks of the item before; older facts do not tell it
   */
  record ItemOverdue(
      UUID itemId,
      UUID problemId,
      int sequence,
      Instant dueAt,
      Instant occurredAt,
      Actor actor,
      @MayBeNull UnitName leadUnit,
      @MayBeNull Integer round)
      implements DispatchEvent {}

  /**
   * A unit that helps has done its share, or the lead unit says so of an external party.
   *
   * @param taskId the task of this unit on this order and in this round
   * @param role JOINT or EXTERNAL
   * @param onTime whether the reply came before the end of the task's limit, or at its last moment
   * @param attachments photos and papers that show what was done
   * @param beforePhotoIds those of the attachments that show how it was
   */
  record ItemTaskReplied(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID taskId,
      UnitName unit,
      UnitRole role,
      int round,
      boolean onTime,
      Instant occurredAt,
      Actor actor,
      List<AttachedFile> attachments,
      List<UUID> beforePhotoIds)
      implements DispatchEvent {

    public ItemTaskReplied {
      attachments = attachments == null ? List.of() : attachments;
      beforePhotoIds = beforePhotoIds == null ? List.of() : beforePhotoIds;
    }
  }

  /** The special team waived the task of a unit that helps; nothing is owed by it any more. */
  record ItemTaskWaived(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID taskId,
      UnitName unit,
      UnitRole role,
      int round,
      @FreeText String reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** Most of the limit of a task is used up (yellow); its unit has not replied. */
  record ItemTaskWarned(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID taskId,
      UnitName unit,
      UnitRole role,
      Instant dueAt,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** The limit of a task has passed without a reply of its unit (red). */
  record ItemTaskOverdue(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID taskId,
      UnitName unit,
      UnitRole role,
      Instant dueAt,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** Most of the time to give the item to a unit is used up (yellow); it is still UNASSIGNED. */
  record AssignmentWarned(
      UUID itemId, UUID problemId, int sequence, Instant assignBy, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /** The time to give the item to a unit has passed (red); it is still UNASSIGNED. */
  record AssignmentOverdue(
      UUID itemId, UUID problemId, int sequence, Instant assignBy, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * The problem has to be on an order the day it was filed, as media exposures have, and the day is
   * about to end; it is still UNASSIGNED.
   *
   * @param orderBy last moment of that day
   */
  record SameDayOrderWarned(
      UUID itemId,
      UUID problemId,
      int sequence,
      SourceKind sourceKind,
      Instant orderBy,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The problem had to be on an order the day it was filed, as media exposures have, and was not.
   *
   * @param orderBy last moment of that day
   */
  record SameDayOrderMissed(
      UUID itemId,
      UUID problemId,
      int sequence,
      SourceKind sourceKind,
      Instant orderBy,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The item says what intake corrected about its problem. A limit that runs and the unit are not
   * touched; an item that no unit has is routed anew, which another fact tells.
   */
  record ItemCorrected(
      UUID itemId,
      UUID problemId,
      int sequence,
      String categoryCode,
      Place place,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /** A failed re-check sent the item back to its unit with a new limit (返工). */
  record ReworkOrdered(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID recheckId,
      int reworkCount,
      Instant dueAt,
      String ruleVersion,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * The ledger wrote the problem off, so the item is finished.
   *
   * @param reason {@code CROSSED_CANCELLATION} when the item had been called off in the meantime
   *     and the write-off, which wins, came after that; else {@code null}
   */
  record ItemWrittenOff(
      UUID itemId,
      UUID problemId,
      int sequence,
      UUID recheckId,
      Instant occurredAt,
      Actor actor,
      @MayBeNull String reason)
      implements DispatchEvent {}

  /** The item was called off: by the special team, or because its problem ended in intake. */
  record ItemCancelled(UUID itemId, UUID problemId, int sequence, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * A fact of another service came when it could change nothing about the item any more: the item
   * had ended, or was in a later round. It is on record and lost against what stands.
   *
   * @param fact wire name of the late fact
   * @param factId id of its event
   * @param occurredAt when it came; {@code actor} is who the late fact names
   */
  record LateFactNoted(
      UUID itemId,
      UUID problemId,
      int sequence,
      String fact,
      UUID factId,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}
}
