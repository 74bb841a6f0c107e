package org.bihuan.dispatch.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.dispatch.attachment.AttachmentCaptions;
import org.bihuan.dispatch.handling.ItemReading;
import org.bihuan.dispatch.handling.OrderItemView;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.kit.privacy.CallersView;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.paper.Paper;

/** Makes reply forms of what the caller may see at this moment. */
@ApplicationScoped
@Transactional
public class ReplyFormDesk {

  private final ItemReading items;
  private final AttachmentCaptions captions;
  private final CallersView callersView;
  private final PaperNames names;
  private final Letterhead letterhead;

  ReplyFormDesk(
      ItemReading items,
      AttachmentCaptions captions,
      CallersView callersView,
      PaperNames names,
      Letterhead letterhead) {
    this.items = items;
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
    List<UUID> photos =
        item.replies().stream()
            .flatMap(ReplyFormDesk::photosOf)
            .flatMap(Collection::stream)
            .toList();
    return ReplyPaper.of(item, captions.of(photos), letterhead, names);
  }

  private static Stream<List<UUID>> photosOf(ReplyView reply) {
    return Stream.of(reply.beforePhotoIds(), reply.afterPhotoIds());
  }
}
