package org.bihuan.intake.similar;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.problem.ProblemStatus;

/**
 * Open problems that say nearly the same as a complaint.
 *
 * @param items the likeliest first
 */
public record SimilarView(@NotNull List<SimilarProblemView> items) {

  /**
   * One of them.
   *
   * @param categoryCode its category
   * @param filedAt when it was put on the ledger
   * @param complaints how many complaints it has
   * @param score how alike they are, 0 to 1
   * @param verdict whether somebody should look, or a rule would be sure
   * @param days between the complaint and the filing of the problem
   * @param metres between the two points, or {@code null} when one has none
   * @param reasons why: PLACE, CATEGORY, TIME, TEXT, and PHOTO where the same picture was sent
   */
  public record SimilarProblemView(
      @NotNull UUID problemId,
      @NotNull String serial,
      @FreeText @NotNull String title,
      @NotNull ProblemStatus status,
      @NotNull String categoryCode,
      @NotNull Instant filedAt,
      int complaints,
      double score,
      @NotNull Verdict verdict,
      long days,
      Double metres,
      @NotNull List<Reason> reasons) {

    static SimilarProblemView of(SimilarProblem similar, int complaints) {
      Problem problem = similar.problem();
      return new SimilarProblemView(
          problem.id(),
          problem.serial(),
          problem.title(),
          problem.status(),
          problem.categoryCode(),
          problem.filedAt(),
          complaints,
          similar.score(),
          similar.verdict(),
          Math.round(similar.days()),
          similar.metres(),
          similar.reasons());
    }
  }
}
