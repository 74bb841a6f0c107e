package org.bihuan.dispatch.task;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FreeText;
import org.bihuan.contract.UnitName;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.Outcome;
import org.bihuan.dispatch.reply.ReplyStep;
import org.bihuan.dispatch.sla.ClockReading;
import org.bihuan.dispatch.sla.Light;
import org.bihuan.kit.web.Versioned;

/**
 * The share of one unit in an item, as the caller may see it now. Each unit's lateness is its own:
 * whether the lead unit is late says nothing of the others, and theirs nothing of it.
 *
 * @param unit as it was called when the item was given to it
 * @param status of the lead unit: REPLIED from its final reply on, CLOSED when the item was called
 *     off
 * @param round number of failed re-checks before it
 * @param dueAt end of the limit
 * @param overdue whether the reply is missing after the end of the limit, or came after it
 * @param overdueSince when the limit ended, once it is overdue; else {@code null}
 * @param light green, yellow when most of the limit is used up, red when overdue
 * @param remaining whole seconds left when the clock was read or stopped, negative when overdue
 * @param heldFor how long the unit held its task, of the time that counts toward its limit and
 *     without the time that its clock stood
 * @param lateBy by how much the unit is or was late; {@code null} when it is not
 * @param reply what was done, or {@code null}; the lead unit's are replies of the item
 * @param waiver why nothing is owed by the unit, or {@code null}
 * @param allowedActions what the caller may do next; of the lead unit's share nothing here
 */
public record TaskView(
    @NotNull UnitName unit,
    @NotNull UnitRole role,
    @NotNull TaskStatus status,
    int round,
    @NotNull Instant dueAt,
    boolean overdue,
    Instant overdueSince,
    @NotNull Light light,
    @NotNull Duration remaining,
    @NotNull Duration heldFor,
    Duration lateBy,
    TaskReplyView reply,
    TaskWaiverView waiver,
    List<TaskAction> allowedActions,
    long version)
    implements Versioned {

  /**
   * What was replied to a task.
   *
   * @param cause why it came to the unit's share of the problem, or {@code null}
   * @param measures what was done, at most 4000 characters; {@code null} where the steps say it
   * @param resultSummary what came of it, at most 2000 characters
   * @param outcomes results in figures
   * @param steps the measures one by one, in their order
   * @param subUnit sub-unit (下级单位) that did the work, or {@code null}
   * @param beforePhotoIds those of the attachments that show how it was
   * @param afterPhotoIds those of the attachments that show how it is now
   * @param onTime whether it came before the end of the limit, or at its last moment
   * @param repliedAt when it was given
   * @param repliedBy who gave it; of the task of an external party somebody of the lead unit, which
   *     answers for it
   */
  public record TaskReplyView(
      @FreeText String cause,
      @FreeText String measures,
      @FreeText @NotNull String resultSummary,
      List<UUID> attachmentIds,
      @NotNull List<Outcome> outcomes,
      @NotNull List<ReplyStep> steps,
      UnitName subUnit,
      @NotNull List<UUID> beforePhotoIds,
      @NotNull List<UUID> afterPhotoIds,
      boolean onTime,
      @NotNull Instant repliedAt,
      @NotNull Actor repliedBy) {

    private static TaskReplyView of(ItemTask task) {
      TaskReply reply = task.reply();
      return reply == null
          ? null
          : new TaskReplyView(
              reply.cause(),
              reply.measures(),
              reply.resultSummary(),
              reply.attachmentIds(),
              task.outcomes(),
              task.steps(),
              reply.subUnit() == null ? null : reply.subUnit().published(),
              reply.beforePhotoIds(),
              reply.afterPhotoIds(),
              reply.onTime(),
              reply.repliedAt(),
              reply.author().actor());
    }
  }

  /**
   * Why nothing is owed by a unit any more.
   *
   * @param reason what the special team says, at most 1000 characters
   * @param waivedAt when it was said, perhaps in an earlier round
   * @param waivedBy who said it
   */
  public record TaskWaiverView(
      @FreeText @NotNull String reason, @NotNull Instant waivedAt, @NotNull Actor waivedBy) {

    private static TaskWaiverView of(TaskWaiver waiver) {
      return waiver == null
          ? null
          : new TaskWaiverView(waiver.reason(), waiver.waivedAt(), waiver.author().actor());
    }
  }

  static TaskView of(ItemTask task, List<TaskAction> allowed, Duration heldFor, Instant now) {
    ClockReading clock = task.clock().read(now);
    return new TaskView(
        task.unit().published(),
        task.role(),
        task.status(),
        task.round(),
        task.clock().dueAt(),
        clock.overdue(),
        clock.overdueSince(),
        clock.light(),
        clock.remaining(),
        heldFor,
        lateBy(clock),
        TaskReplyView.of(task),
        TaskWaiverView.of(task.waiver()),
        allowed,
        task.version());
  }

  /** The lead unit's share, which is the item itself. */
  static TaskView ofLead(OrderItem item, Duration heldFor, Instant now) {
    ClockReading clock = item.timeLimit().read(now);
    return new TaskView(
        item.assignment().leadUnit().published(),
        UnitRole.LEAD,
        statusOfLead(item),
        item.reworkCount(),
        item.timeLimit().dueAt(),
        clock.overdue(),
        clock.overdueSince(),
        clock.light(),
        clock.remaining(),
        heldFor,
        lateBy(clock),
        null,
        null,
        List.of(),
        item.version());
  }

  private static TaskStatus statusOfLead(OrderItem item) {
    return switch (item.status()) {
      case REPLIED, RECHECK_PENDING, WRITTEN_OFF -> TaskStatus.REPLIED;
      case CANCELLED -> TaskStatus.CLOSED;
      default -> TaskStatus.OPEN;
    };
  }

  private static Duration lateBy(ClockReading clock) {
    return clock.overdue() ? clock.remaining().negated() : null;
  }
}
