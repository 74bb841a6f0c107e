package org.bihuan.dispatch.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.attachment.AttachmentCaptions;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.task.TaskReading;
import org.bihuan.dispatch.task.TaskView;
import org.bihuan.kit.privacy.CallersView;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.paper.Paper;

/** Makes reply forms of what the caller may see at this moment. */
@ApplicationScoped
@Transactional
public class ReplyFormDesk {

  private final ItemReading items;
  private final TaskReading tasks;
  private final AttachmentCaptions captions;
  private final CallersView callersView;
  private final PaperNames names;
  private final Letterhead letterhead;

  ReplyFormDesk(
      ItemReading items,
      TaskReading tasks,
      AttachmentCaptions captions,
      CallersView callersView,
      PaperNames names,
      Letterhead letterhead) {
    this.items = items;
    this.tasks = tasks;
    this.captions = captions;
    this.callersView = callersView;
    this.names = names;
    this.letterhead = letterhead;
  }

  /**
   * The reply form of an item.
   *
   * @throws Conflict {@code item-on-no-order} while nobody is asked to reply
   */
  Paper reply(UUID itemId) {
    OrderItemView item = callersView.of(items.read(itemId), OrderItemView.class);
    if (item.leadUnit() == null) {
      throw new Conflict("item-on-no-order");
    }
    ReplySheet sheet =
        ReplySheet.of(
            item,
            tasks.list(itemId, true).stream()
                .map(task -> callersView.of(task, TaskView.class))
                .toList());
    List<UUID> photos = sheet.photos().stream().map(ReplySheet.Photo::id).toList();
    return ReplyPaper.of(sheet, captions.of(photos), letterhead, names);
  }
}
