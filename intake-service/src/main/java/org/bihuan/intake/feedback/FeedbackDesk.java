package org.bihuan.intake.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;

/** Shows what reporters said of the end of their complaints. */
@ApplicationScoped
@Transactional
class FeedbackDesk {

  private final Feedbacks feedbacks;
  private final FeedbackAccess access;
  private final ComplaintReading complaints;

  FeedbackDesk(Feedbacks feedbacks, FeedbackAccess access, ComplaintReading complaints) {
    this.feedbacks = feedbacks;
    this.access = access;
    this.complaints = complaints;
  }

  Page<FeedbackView> page(FeedbackFilter filter) {
    return feedbacks
        .page(filter.narrow(access.criteria()), filter)
        .map(
            feedback ->
                FeedbackView.of(
                    feedback, complaints.readable(feedback.complaint(), feedback.comment())));
  }

  FeedbackFigures figures(Instant from, Instant to) {
    Criteria period = access.criteria().from("givenAt", from).before("givenAt", to);
    return FeedbackFigures.of(feedbacks.count(period, FeedbackFigures.parts(period)), from, to);
  }
}
