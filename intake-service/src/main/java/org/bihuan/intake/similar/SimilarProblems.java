package org.bihuan.intake.similar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.Problems;
import org.bihuan.intake.similar.LikenessPolicy.Likeness;

/** Finds open problems that say nearly the same (ADR 0045), in the transaction of the caller. */
@ApplicationScoped
public class SimilarProblems {

  /** Compared word by word for one answer. */
  private static final int COMPARED = 60;

  /** Of those equally alike the newest, so that an answer is the same each time. */
  private static final Comparator<SimilarProblem> LIKELIEST_FIRST =
      Comparator.comparingDouble(SimilarProblem::score)
          .thenComparing(similar -> similar.problem().id())
          .reversed();

  private final SimilarTable table;
  private final Problems problems;
  private final SimilarConfig config;

  SimilarProblems(SimilarTable table, Problems problems, SimilarConfig config) {
    this.table = table;
    this.problems = problems;
    this.config = config;
  }

  void check(@Observes StartupEvent event) {
    config.refuseContradiction();
  }

  /** Those to suggest for what somebody tells, the likeliest first; none of them has ended. */
  public List<SimilarProblem> to(Telling telling) {
    Instant at = telling.at();
    List<UUID> nearest =
        table.nearest(
            telling.headline(),
            telling.text(),
            at.minus(config.within()),
            at.plus(config.within()),
            COMPARED);
    Wording asked = telling.wording();
    return problems.list("id in ?1", nearest).stream()
        .filter(
            problem -> !problem.status().isEnd() && !problem.id().equals(telling.ownProblemId()))
        .map(problem -> compared(asked, problem))
        .filter(similar -> similar.score() >= config.suggestAt())
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  List<SimilarProblem> to(Complaint complaint) {
    return to(Telling.of(complaint));
  }

  /** Whether the district lets problems that are surely one become one by themselves. */
  public boolean merges() {
    return config.merges();
  }

  /** The problem that is surely meant, of those that residents told of. */
  public Optional<Problem> meantBy(Telling telling) {
    return to(telling).stream()
        .filter(similar -> similar.verdict() == Verdict.WOULD_MERGE)
        .map(SimilarProblem::problem)
        .filter(problem -> problem.sourceKind() == SourceKind.CITIZEN)
        .findFirst();
  }

  private SimilarProblem compared(Wording asked, Problem problem) {
    Likeness likeness =
        LikenessPolicy.compare(
            asked,
            Wording.of(
                problem.title(),
                problem.description(),
                problem.place(),
                problem.categoryCode(),
                problem.filedAt()));
    boolean merges = likeness.mayBeOne() && likeness.score() >= config.mergeAt();
    return new SimilarProblem(
        problem,
        likeness.score(),
        merges ? Verdict.WOULD_MERGE : Verdict.SUGGESTED,
        likeness.days(),
        likeness.metres(),
        likeness.reasons());
  }
}
