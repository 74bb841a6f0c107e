package org.bihuan.intake.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.IntakeEvent.FeedbackGiven;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.kit.refusal.Conflict;

/**
 * Takes feedback about a complaint whose problem was written off, whichever way it comes, in the
 * transaction of the caller. Two at once about one complaint are kept apart by its unique key.
 */
@ApplicationScoped
public class FeedbackTaking {

  private final Feedbacks feedbacks;
  private final Ledger ledger;
  private final Clock clock;

  FeedbackTaking(Feedbacks feedbacks, Ledger ledger, Clock clock) {
    this.feedbacks = feedbacks;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Refuses a second answer about one complaint.
   *
   * @throws Conflict {@code feedback-given}
   */
  public void refuseGiven(Complaint complaint) {
    if (feedbacks.isGivenOf(complaint.id())) {
      throw new Conflict("feedback-given", complaint.serial());
    }
  }

  /**
   * Keeps what was said and tells it, without the words: the ledger and the others learn whether it
   * is solved and how satisfied the reporter is.
   *
   * @throws Conflict {@code feedback-given}
   */
  public void take(Complaint complaint, NewFeedback said, FeedbackWay way, Actor actor) {
    refuseGiven(complaint);
    Instant now = clock.instant();
    Feedback feedback = Feedback.of(complaint, said, way, actor, now);
    feedbacks.persist(feedback);
    UUID problemId = feedback.problem().id();
    ledger.announce(
        new FeedbackGiven(
            problemId,
            complaint.id(),
            feedback.isResolved(),
            feedback.satisfaction(),
            way,
            now,
            actor),
        problemId,
        complaint.id(),
        now,
        actor);
  }
}
