package org.bihuan.intake.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
public class TrackingReading {

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
    return views(List.of(complaint)).get(0);
  }

  /** What the codes of these complaints show, in the same order. */
  public List<TrackedComplaint> views(List<Complaint> shown) {
    Map<UUID, Integer> tellers =
        complaints.counted(
            shown.stream()
                .map(TrackingReading::followed)
                .flatMap(Optional::stream)
                .map(Problem::id)
                .toList());
    Set<UUID> answered =
        feedbacks.givenOf(
            shown.stream().filter(Complaint::isWrittenOff).map(Complaint::id).toList());
    return shown.stream().map(one -> view(one, tellers, answered.contains(one.id()))).toList();
  }

  /** What was handed over is not followed, even where its problem is kept for history. */
  private static Optional<Problem> followed(Complaint complaint) {
    return complaint.handover() == null ? complaint.problem() : Optional.empty();
  }

  private TrackedComplaint view(Complaint complaint, Map<UUID, Integer> tellers, boolean answered) {
    Problem problem = followed(complaint).orElse(null);
    return new TrackedComplaint(
        complaint.trackingCode(),
        complaint.serial(),
        PublicStatus.of(complaint),
        complaint.categoryCode(),
        complaint.receivedAt(),
        problem == null ? 1 : tellers.getOrDefault(problem.id(), 1),
        problem == null ? null : problem.dueAt(),
        problem == null ? null : problem.writtenOffAt(),
        complaint.noteToReporter(),
        complaint.isWrittenOff() ? feedback(problem, answered) : null);
  }

  private FeedbackState feedback(Problem writtenOff, boolean answered) {
    return policy.stateAt(clock.instant(), writtenOff.writtenOffAt(), answered);
  }
}
