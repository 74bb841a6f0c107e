package org.bihuan.intake.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.feedback.FeedbackPolicy;
import org.bihuan.intake.feedback.FeedbackTaking;
import org.bihuan.intake.feedback.NewFeedback;
import org.bihuan.intake.feedback.call.CallBacks;
import org.bihuan.intake.problem.Problem;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.security.Caller;

/** Takes what a reporter says by the code of the complaint. */
@ApplicationScoped
@Transactional
class PublicFeedbackDesk {

  private final TrackingReading tracking;
  private final FeedbackTaking feedback;
  private final FeedbackPolicy policy;
  private final CallBacks calls;
  private final Caller caller;
  private final Clock clock;

  PublicFeedbackDesk(
      TrackingReading tracking,
      FeedbackTaking feedback,
      FeedbackPolicy policy,
      CallBacks calls,
      Caller caller,
      Clock clock) {
    this.tracking = tracking;
    this.feedback = feedback;
    this.policy = policy;
    this.calls = calls;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Takes it once, after the write-off and in time; a call to ask the same is then not owed any
   * more.
   *
   * @throws Conflict {@code not-written-off}, {@code feedback-given} or {@code feedback-too-late}
   */
  TrackedComplaint give(String trackingCode, NewFeedback said) {
    Complaint complaint = tracking.complaint(trackingCode);
    Problem problem =
        complaint
            .problem()
            .filter(any -> complaint.isWrittenOff())
            .orElseThrow(
                () ->
                    new Conflict("not-written-off")
                        .with("currentStatus", PublicStatus.of(complaint)));
    feedback.refuseGiven(complaint);
    Instant now = clock.instant();
    policy.refuseLate(problem.writtenOffAt(), now);
    feedback.take(complaint, said, FeedbackWay.PUBLIC, caller.actor());
    calls.closeOf(complaint.id(), now);
    return tracking.view(complaint);
  }
}
