package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.reply.ReplyPolicy;
import org.bihuan.dispatch.reply.Review;
import org.bihuan.dispatch.reply.ReviewDecision;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.NotFound;

/** Takes the special team's reviews of final replies. */
@ApplicationScoped
@Transactional
public class ReviewDesk {

  private final ItemAccess access;
  private final ItemReading reading;
  private final Replies replies;
  private final Deadlines deadlines;
  private final ItemJournal journal;
  private final Clock clock;

  ReviewDesk(
      ItemAccess access,
      ItemReading reading,
      Replies replies,
      Deadlines deadlines,
      ItemJournal journal,
      Clock clock) {
    this.access = access;
    this.reading = reading;
    this.replies = replies;
    this.deadlines = deadlines;
    this.journal = journal;
    this.clock = clock;
  }

  OrderItemView review(UUID itemId, UUID id, Review review) {
    OrderItem item = access.toActOn(itemId);
    Reply reply = found(item, id);
    ReplyPolicy.check(review);
    if (review.decision() == ReviewDecision.RETURNED) {
      giveBack(item, reply, review);
    } else {
      accept(item, reply, review);
    }
    return reading.full(item);
  }

  private void accept(OrderItem item, Reply reply, Review review) {
    Instant now = clock.instant();
    Actor actor = access.actor();
    Step step = item.acceptReply(review.standingDemand(), review.opinion(), now, actor);
    refuseSuperseded(reply);
    reply.review(review, now, actor);
    journal.replyAccepted(item, step, reply);
  }

  private void giveBack(OrderItem item, Reply reply, Review review) {
    Instant now = clock.instant();
    Actor actor = access.actor();
    CountedTime time = deadlines.time(item.timeLimit().ruleVersion());
    Step step = item.returnReply(review.opinion(), time, now, actor);
    refuseSuperseded(reply);
    reply.review(review, now, actor);
    journal.replyReturned(item, step, reply);
  }

  /** Only the newest final reply is under review; an interim or older one is not. */
  private void refuseSuperseded(Reply reply) {
    UUID newest = replies.newestFinal(reply.itemId()).map(Reply::id).orElse(null);
    if (!reply.id().equals(newest)) {
      throw new Conflict("reply-not-under-review");
    }
  }

  private Reply found(OrderItem item, UUID id) {
    return replies.ofItem(item.id(), id).orElseThrow(() -> new NotFound("reply-not-found"));
  }
}
