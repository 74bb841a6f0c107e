package org.bihuan.intake.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.feedback.FeedbackPolicy;
import org.bihuan.intake.feedback.FeedbackState;
import org.bihuan.intake.feedback.Feedbacks;
import org.bihuan.intake.problem.Problem;
import org.bihuan.kit.refusal.NotFound;

/** Shows a complaint to whoever has its code. */
@ApplicationScoped
@Transactional
class TrackingReading {

  private final Complaints complaints;
  private final Feedbacks feedbacks;
  private final FeedbackPolicy policy;
  private final Clock clock;

  TrackingReading(Complaints complaints, Feedbacks feedbacks, FeedbackPolicy policy, Clock clock) {
    this.complaints = complaints;
    this.feedbacks = feedbacks;
    this.policy = policy;
    this.clock = clock;
  }

  TrackedComplaint track(String trackingCode) {
    return view(complaint(trackingCode));
  }

  /**
   * The complaint with this code.
   *
   * @throws NotFound {@code tracking-code-unknown}
   */
  Complaint complaint(String trackingCode) {
    return complaints
        .tracked(trackingCode)
        .orElseThrow(() -> new NotFound("tracking-code-unknown"));
  }

  TrackedComplaint view(Complaint complaint) {
    // What was handed over is no longer followed here, even where its problem is kept for history.
    Problem problem = complaint.handover() == null ? complaint.problem().orElse(null) : null;
    return new TrackedComplaint(
        complaint.trackingCode(),
        complaint.serial(),
        PublicStatus.of(complaint),
        complaint.categoryCode(),
        complaint.receivedAt(),
        problem == null ? 1 : complaints.count("problem", problem),
        problem == null ? null : problem.dueAt(),
        problem == null ? null : problem.writtenOffAt(),
        complaint.noteToReporter(),
        complaint.isWrittenOff() ? feedback(complaint, problem) : null);
  }

  private FeedbackState feedback(Complaint complaint, Problem writtenOff) {
    return policy.stateAt(
        clock.instant(), writtenOff.writtenOffAt(), feedbacks.isGivenOf(complaint.id()));
  }
}
