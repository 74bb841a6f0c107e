package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.similar.SimilarProblems;

/** What of a new complaint is tracked already. */
@ApplicationScoped
class Duplicates {

  /** How long after its filing a problem can be meant by a further complaint [ours]. */
  private static final Duration SAME_PROBLEM = Duration.ofDays(30);

  private final Complaints complaints;
  private final SimilarProblems similar;

  Duplicates(Complaints complaints, SimilarProblems similar) {
    this.complaints = complaints;
    this.similar = similar;
  }

  /**
   * Complaints of open problems that say the same about the same place, by content key. The map is
   * the caller's, who adds what the same group brings.
   */
  Map<Long, Complaint> inTheSameWords(List<Complaint> registered, Instant now) {
    return new HashMap<>(
        complaints.trackedWith(
            registered.stream().map(Complaint::contentKey).filter(Objects::nonNull).toList(),
            now.minus(SAME_PROBLEM)));
  }

  /** The open problem that is surely meant in other words, where the district lets it be joined. */
  Optional<Problem> inOtherWords(Complaint complaint) {
    return similar.joinedBy(complaint);
  }
}
