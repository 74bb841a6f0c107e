package org.bihuan.intake.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.location.Site;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.similar.SimilarProblems;
import org.bihuan.intake.similar.Telling;

/** What of a new complaint is tracked already. */
@ApplicationScoped
class Duplicates {

  /** How long after its filing a problem can be meant by a further complaint [ours]. */
  private static final Duration SAME_PROBLEM = Duration.ofDays(30);

  private final Complaints complaints;
  private final Problems problems;
  private final SimilarProblems similar;
  private final RegistrationRules rules;
  private final Clock clock;

  Duplicates(
      Complaints complaints,
      Problems problems,
      SimilarProblems similar,
      RegistrationRules rules,
      Clock clock) {
    this.complaints = complaints;
    this.problems = problems;
    this.similar = similar;
    this.rules = rules;
    this.clock = clock;
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

  /**
   * The open problem that residents told of and a resident surely means in other words, where the
   * district lets it be joined. What other sources tell has limits of its own, and not everybody
   * may know of it.
   */
  @Transactional
  Optional<UUID> inOtherWords(NewComplaint sent, Site site, String categoryCode) {
    return similar.merges() && rules.sourceKind(sent) == SourceKind.CITIZEN
        ? similar.meantBy(telling(sent, site, categoryCode)).map(Problem::id)
        : Optional.empty();
  }

  private Telling telling(NewComplaint sent, Site site, String categoryCode) {
    return Telling.of(
        sent.keptSubject(), sent.keptText(), site.place(), categoryCode, clock.instant());
  }

  /**
   * Of the problems that are meant, in the same words or in others, those that can be joined: they
   * stay open until the transaction ends. Without that one could end with all its complaints as a
   * duplicate, and the one that joins it meanwhile would be left behind.
   *
   * @param tracked complaints of those that are meant in the same words
   */
  Map<UUID, Problem> stillOpen(List<AdmittedComplaint> admitted, Collection<Complaint> tracked) {
    Stream<UUID> inOtherWords = admitted.stream().flatMap(one -> one.meant().stream());
    Stream<UUID> inTheSame =
        tracked.stream().flatMap(one -> one.problem().map(Problem::id).stream());
    return problems.openNow(Stream.concat(inOtherWords, inTheSame).distinct().toList());
  }
}
