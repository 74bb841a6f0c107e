package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.dispatch.item.ItemAccess;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.reply.ReplyPolicy;
import org.bihuan.dispatch.reply.Review;
import org.bihuan.dispatch.reply.ReviewDecision;
import org.bihuan.kit.refusal.NotFound;

/** Takes the special team's reviews of final replies. */
@ApplicationScoped
@Transactional
public class ReviewDesk {

  private final ItemAccess access;
  private final ItemReading reading;
  private final Replies replies;
  private final ReviewEffect effect;

  ReviewDesk(ItemAccess access, ItemReading reading, Replies replies, ReviewEffect effect) {
    this.access = access;
    this.reading = reading;
    this.replies = replies;
    this.effect = effect;
  }

  OrderItemView review(UUID itemId, UUID id, Review review) {
    OrderItem item = access.toActOn(itemId);
    Reply reply = replies.ofItem(item.id(), id).orElseThrow(() -> new NotFound("reply-not-found"));
    ReplyPolicy.check(review);
    if (review.decision() == ReviewDecision.RETURNED) {
      effect.giveBack(item, reply, review, access.actor());
    } else {
      effect.accept(item, reply, review, access.actor());
    }
    return reading.full(item);
  }
}
