package org.bihuan.contract;

import java.time.Instant;
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
   * No rule names a unit; the item waits for the special team. Told again when the reason changes,
   * and when an item that had no limit for its assignment gets one.
   */
  record ItemUnassigned(
      UUID itemId,
      UUID problemId,
      int sequence,
      UnassignedReason reason,
      Instant occurredAt,
      Actor actor)
      implements DispatchEvent {}

  /**
   * An item was put on an order and the clock started.
   *
   * @param dueAt end of the limit; {@code occurredAt} is its start
   * @param ruleVersion version of the SLA policy that made {@code dueAt}
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
      Actor actor)
      implements DispatchEvent {}

  /** The unit confirmed receipt (签收). The clock is not touched by it. */
  record ItemAcknowledged(
      UUID itemId, UUID problemId, int sequence, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * The unit replied (回复单).
   *
   * @param attachments photos and papers that show what was done
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
      List<AttachedFile> attachments)
      implements DispatchEvent {

    public ItemReplied {
      // Older facts do not tell them.
      attachments = attachments == null ? List.of() : attachments;
    }
  }

  /**
   * The special team accepted a final reply; now a re-check on the spot is owed.
   *
   * @param involvedUnitCodes units whose people must not re-check: lead, joint, and their parents
   *     and children
   * @param standingDemand lasting demand made with the acceptance (长效要求), or {@code null}
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
      Actor actor)
      implements DispatchEvent {}

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

  /** Most of the limit is used up (yellow). */
  record ItemWarned(
      UUID itemId, UUID problemId, int sequence, Instant dueAt, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /** The limit has passed without a final reply (red). */
  record ItemOverdue(
      UUID itemId, UUID problemId, int sequence, Instant dueAt, Instant occurredAt, Actor actor)
      implements DispatchEvent {}

  /**
   * A unit that helps has done its share, or the lead unit says so of an external party.
   *
   * @param taskId the task of this unit on this order and in this round
   * @param role JOINT or EXTERNAL
   * @param onTime whether the reply came before the end of the task's limit, or at its last moment
   * @param attachments photos and papers that show what was done
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
      List<AttachedFile> attachments)
      implements DispatchEvent {

    public ItemTaskReplied {
      attachments = attachments == null ? List.of() : attachments;
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
