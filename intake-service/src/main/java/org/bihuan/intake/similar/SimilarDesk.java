package org.bihuan.intake.similar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.similar.SimilarView.SimilarProblemView;

/** Shows what a complaint may be a duplicate of. */
@ApplicationScoped
@Transactional
class SimilarDesk {

  private final ComplaintReading reading;
  private final SimilarProblems similar;
  private final Complaints complaints;

  SimilarDesk(ComplaintReading reading, SimilarProblems similar, Complaints complaints) {
    this.reading = reading;
    this.similar = similar;
    this.complaints = complaints;
  }

  /**
   * Open problems for a complaint the caller may see, its own left out.
   *
   * @param most how many
   */
  SimilarView to(UUID complaintId, int most) {
    List<SimilarProblem> found =
        similar.to(reading.visible(complaintId)).stream().limit(most).toList();
    Map<UUID, Integer> counted =
        complaints.counted(found.stream().map(one -> one.problem().id()).toList());
    return new SimilarView(
        found.stream()
            .map(one -> SimilarProblemView.of(one, counted.getOrDefault(one.problem().id(), 0)))
            .toList());
  }
}
