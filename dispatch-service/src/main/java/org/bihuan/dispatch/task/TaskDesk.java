package org.bihuan.dispatch.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.DispatchEvent.ItemTaskReplied;
import org.bihuan.contract.DispatchEvent.ItemTaskWaived;
import org.bihuan.dispatch.attachment.Attachments;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.reply.ReplyPolicy;
import org.bihuan.dispatch.task.TaskAccess.Held;

/** Takes the replies of units that help, and the special team's waivers. */
@ApplicationScoped
@Transactional
public class TaskDesk {

  private final ItemAccess items;
  private final TaskAccess access;
  private final TaskReading reading;
  private final Attachments attachments;
  private final ItemJournal journal;
  private final Clock clock;

  TaskDesk(
      ItemAccess items,
      TaskAccess access,
      TaskReading reading,
      Attachments attachments,
      ItemJournal journal,
      Clock clock) {
    this.items = items;
    this.access = access;
    this.reading = reading;
    this.attachments = attachments;
    this.journal = journal;
    this.clock = clock;
  }

  TaskView reply(UUID itemId, String unitCode, NewTaskReply content) {
    Held held = access.toReplyTo(itemId, unitCode);
    ItemTask task = held.task();
    Instant now = clock.instant();
    Actor actor = items.actor();
    ReplyPolicy.checkShare(content, now);
    task.reply(content, access.subUnit(held, content.subUnitCode()), now, actor);
    Step step = held.item().note(ItemAction.REPLY_TO_TASK, unitCode, now, actor);
    List<AttachedFile> attached =
        attachments.use(content.attachmentIds(), actor.subject(), task.id());
    journal.tell(step, replied(held.item(), step, task, content.beforePhotoIds(), attached));
    return reading.view(held.item(), task);
  }

  TaskView waive(UUID itemId, String unitCode, String reason) {
    Held held = access.toActOn(itemId, unitCode);
    ItemTask task = held.task();
    Instant now = clock.instant();
    Actor actor = items.actor();
    task.waive(reason, now, actor);
    Step step = held.item().note(ItemAction.WAIVE_TASK, unitCode + " " + reason, now, actor);
    journal.tell(step, waived(held.item(), step, task));
    return reading.view(held.item(), task);
  }

  private static ItemTaskReplied replied(
      OrderItem item, Step step, ItemTask task, List<UUID> before, List<AttachedFile> attached) {
    return new ItemTaskReplied(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        task.id(),
        task.unit().published(),
        task.role(),
        task.round(),
        task.reply().onTime(),
        step.at(),
        step.actor(),
        attached,
        before);
  }

  private static ItemTaskWaived waived(OrderItem item, Step step, ItemTask task) {
    return new ItemTaskWaived(
        item.id(),
        item.problem().problemId(),
        step.sequence(),
        task.id(),
        task.unit().published(),
        task.role(),
        task.round(),
        task.waiver().reason(),
        step.at(),
        step.actor());
  }
}
