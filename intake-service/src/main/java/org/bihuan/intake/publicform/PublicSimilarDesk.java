package org.bihuan.intake.publicform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.location.Locations;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.publicform.PublicSimilarView.PublicProblem;
import org.bihuan.intake.similar.SimilarProblem;
import org.bihuan.intake.similar.SimilarProblems;
import org.bihuan.intake.similar.Telling;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Looks for what a complaint would be a duplicate of, before it is sent. Nothing is stored. */
@ApplicationScoped
@Transactional
class PublicSimilarDesk {

  private static final int SHOWN = 5;

  private final SimilarProblems similar;
  private final Complaints complaints;
  private final Categories categories;
  private final Locations locations;
  private final Clock clock;

  PublicSimilarDesk(
      SimilarProblems similar,
      Complaints complaints,
      Categories categories,
      Locations locations,
      Clock clock) {
    this.similar = similar;
    this.complaints = complaints;
    this.categories = categories;
    this.locations = locations;
    this.clock = clock;
  }

  /**
   * Problems under way that residents told of, without those of which somebody has told in
   * confidence. What an inspection or a covert check found is not for strangers.
   *
   * @throws Invalid when the category or the location is none
   */
  PublicSimilarView to(SimilarQuestion question) {
    refuseFaults(question);
    List<Problem> found =
        similar.to(telling(question)).stream()
            .map(SimilarProblem::problem)
            .filter(problem -> problem.sourceKind() == SourceKind.CITIZEN)
            .toList();
    Map<UUID, Integer> counted =
        complaints.countedWithoutConfidential(found.stream().map(Problem::id).toList());
    return new PublicSimilarView(
        found.stream()
            .filter(problem -> counted.containsKey(problem.id()))
            .limit(SHOWN)
            .map(problem -> PublicProblem.of(problem, counted.get(problem.id())))
            .toList());
  }

  private void refuseFaults(SimilarQuestion question) {
    List<FieldError> faults = locations.faults(question.location());
    if (question.categoryCode() != null && categories.active(question.categoryCode()).isEmpty()) {
      faults.add(new FieldError("categoryCode", "unknown-category"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private Telling telling(SimilarQuestion question) {
    return Telling.of(
        question.subject(),
        question.text(),
        locations
            .site(question.location(), null, question.subject(), question.text(), List.of())
            .place(),
        question.categoryCode(),
        clock.instant());
  }
}
