package org.bihuan.intake.similar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.attachment.ReusedPictures;
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
  private final ReusedPictures pictures;
  private final SimilarConfig config;

  SimilarProblems(
      SimilarTable table, Problems problems, ReusedPictures pictures, SimilarConfig config) {
    this.pictures = pictures;
    this.table = table;
    this.problems = problems;
    this.config = config;
  }

  void check(@Observes StartupEvent event) {
    config.refuseContradiction();
  }

  /** Those to suggest for what somebody tells, the likeliest first; none of them has ended. */
  public List<SimilarProblem> to(Telling telling) {
    return to(telling, Map.of());
  }

  /**
   * @param shown problems whose complaints show the same picture, and in how many bits it differs:
   *     they are compared and suggested whatever the words say
   */
  private List<SimilarProblem> to(Telling telling, Map<UUID, Integer> shown) {
    Instant at = telling.at();
    Set<UUID> candidates =
        new HashSet<>(
            table.nearest(
                telling.headline(),
                telling.text(),
                at.minus(config.within()),
                at.plus(config.within()),
                COMPARED));
    candidates.addAll(shown.keySet());
    Wording asked = telling.wording();
    return problems.list("id in ?1", candidates).stream()
        .filter(
            problem -> !problem.status().isEnd() && !problem.id().equals(telling.ownProblemId()))
        .map(problem -> compared(asked, problem, shown.get(problem.id())))
        .filter(
            similar ->
                similar.score() >= config.suggestAt() || shown.containsKey(similar.problem().id()))
        .sorted(LIKELIEST_FIRST)
        .toList();
  }

  List<SimilarProblem> to(Complaint complaint) {
    return to(
        Telling.of(complaint),
        complaint.attachmentIds().isEmpty() ? Map.of() : pictures.inProblems(complaint.id()));
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

  /**
   * @param different in how many bits a picture of both differs, or {@code null} when none is one
   */
  private SimilarProblem compared(Wording asked, Problem problem, Integer different) {
    Likeness byWords =
        LikenessPolicy.compare(
            asked,
            Wording.of(
                problem.title(),
                problem.description(),
                problem.place(),
                problem.categoryCode(),
                problem.filedAt()));
    boolean merges = byWords.mayBeOne() && byWords.score() >= config.mergeAt();
    Likeness likeness = different == null ? byWords : byWords.showing(different);
    return new SimilarProblem(
        problem,
        likeness.score(),
        merges ? Verdict.WOULD_MERGE : Verdict.SUGGESTED,
        likeness.days(),
        likeness.metres(),
        likeness.reasons());
  }
}
