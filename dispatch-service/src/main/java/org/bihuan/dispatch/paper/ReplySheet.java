package org.bihuan.dispatch.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitRole;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.dispatch.task.TaskView;

/**
 * What a reply form tells.
 *
 * @param item as its reader may see it, with its replies
 * @param reply the newest final one, or {@code null} while there is none
 * @param tasks of the units that helped in the round of the reply, with a reply or a waiver
 */
record ReplySheet(OrderItemView item, ReplyView reply, List<TaskView> tasks) {

  /**
   * A photo from before or after.
   *
   * @param unit name of the unit that helped, or {@code null} for the lead unit's
   */
  record Photo(String unit, boolean before, UUID id) {}

  /**
   * The form of an item.
   *
   * @param tasks of every round, the lead unit's too
   */
  static ReplySheet of(OrderItemView item, List<TaskView> tasks) {
    ReplyView reply =
        item.replies().stream()
            .filter(each -> each.kind() == ReplyKind.FINAL)
            .reduce((older, newer) -> newer)
            .orElse(null);
    List<TaskView> told =
        tasks.stream()
            .filter(task -> task.role() != UnitRole.LEAD)
            .filter(task -> task.reply() != null || task.waiver() != null)
            .filter(task -> reply != null && task.round() == reply.round())
            .toList();
    return new ReplySheet(item, reply, told);
  }

  /** All photos, the lead unit's first, those from before first. */
  List<Photo> photos() {
    List<Photo> photos = new ArrayList<>();
    if (reply != null) {
      add(photos, null, reply.beforePhotoIds(), reply.afterPhotoIds());
    }
    for (TaskView task : tasks) {
      if (task.reply() != null) {
        add(
            photos,
            task.unit().name(),
            task.reply().beforePhotoIds(),
            task.reply().afterPhotoIds());
      }
    }
    return photos;
  }

  private static void add(List<Photo> photos, String unit, List<UUID> before, List<UUID> after) {
    before.forEach(id -> photos.add(new Photo(unit, true, id)));
    after.forEach(id -> photos.add(new Photo(unit, false, id)));
  }
}
