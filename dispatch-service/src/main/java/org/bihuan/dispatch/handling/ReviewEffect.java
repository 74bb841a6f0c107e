package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.Step;
import org.bihuan.dispatch.reply.Replies;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.reply.Review;
import org.bihuan.dispatch.reply.demand.StandingDemands;
import org.bihuan.dispatch.sla.Deadlines;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.kit.refusal.Conflict;

/** What a review of a final reply does to the item, to the reply and to its place. */
@ApplicationScoped
class ReviewEffect {

  private final Replies replies;
  private final Deadlines deadlines;
  private final StandingDemands demands;
  private final ItemJournal journal;
  private final Clock clock;

  ReviewEffect(
      Replies replies,
      Deadlines deadlines,
      StandingDemands demands,
      ItemJournal journal,
      Clock clock) {
    this.replies = replies;
    this.deadlines = deadlines;
    this.demands = demands;
    this.journal = journal;
    this.clock = clock;
  }

  /** The reply is accepted; what was demanded for good with it stays at the place. */
  void accept(OrderItem item, Reply reply, Review review, Actor actor) {
    Instant now = clock.instant();
    Step step = item.acceptReply(review.standingDemand(), review.opinion(), now, actor);
    refuseSuperseded(reply);
    reply.review(review, now, actor);
    demands.keep(item, reply, actor);
    journal.replyAccepted(item, step, reply);
  }

  /** The reply goes back to the unit, whose clock runs on. */
  void giveBack(OrderItem item, Reply reply, Review review, Actor actor) {
    Instant now = clock.instant();
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
}
