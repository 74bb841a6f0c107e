package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.dispatch.attachment.Attachments;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.reply.NewReply;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.reply.ReplyPolicy;
import org.bihuan.dispatch.reply.ReplyView;
import org.bihuan.kit.refusal.NotFound;

/** Takes the replies of units. */
@ApplicationScoped
@Transactional
public class ReplyDesk {

  private final ItemAccess access;
  private final Replies replies;
  private final Attachments attachments;
  private final ReplyDrafting drafting;
  private final ItemJournal journal;
  private final Clock clock;

  ReplyDesk(
      ItemAccess access,
      Replies replies,
      Attachments attachments,
      ReplyDrafting drafting,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.replies = replies;
    this.attachments = attachments;
    this.drafting = drafting;
    this.journal = journal;
    this.clock = clock;
  }

  List<ReplyView> list(UUID itemId) {
    return replies.of(access.visible(itemId).id()).stream().map(ReplyView::of).toList();
  }

  ReplyView read(UUID itemId, UUID id) {
    return ReplyView.of(found(access.visible(itemId), id));
  }

  ReplyView reply(UUID itemId, NewReply content) {
    OrderItem item = access.toAnswerFor(itemId);
    Instant now = clock.instant();
    ReplyPolicy.check(content, now);
    Actor actor = access.actor();
    Step step = item.reply(content.kind(), now, actor);
    Reply reply = drafting.draft(item, content, now, actor);
    List<AttachedFile> attached =
        attachments.use(reply.attachmentIds(), actor.subject(), reply.id());
    replies.persist(reply);
    journal.replied(item, step, reply, attached);
    return ReplyView.of(reply);
  }

  private Reply found(OrderItem item, UUID id) {
    return replies.ofItem(item.id(), id).orElseThrow(() -> new NotFound("reply-not-found"));
  }
}
