package org.bihuan.intake.similar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.similar.SimilarView.SimilarProblemView;

/** Shows what a complaint may be a duplicate of. */
@ApplicationScoped
@Transactional
class SimilarDesk {

  private final ComplaintReading reading;
  private final SimilarProblems similar;

  SimilarDesk(ComplaintReading reading, SimilarProblems similar) {
    this.reading = reading;
    this.similar = similar;
  }

  /**
   * Open problems for a complaint the caller may see, its own left out.
   *
   * @param most how many
   */
  SimilarView to(UUID complaintId, int most) {
    return new SimilarView(
        similar.to(reading.visible(complaintId)).stream()
            .limit(most)
            .map(SimilarProblemView::of)
            .toList());
  }
}
