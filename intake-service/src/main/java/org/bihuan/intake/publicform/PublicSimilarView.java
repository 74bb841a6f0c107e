package org.bihuan.intake.publicform;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.contract.FreeText;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.tracking.PublicStatus;

/**
 * What is dealt with already, as far as everybody may know.
 *
 * @param items the likeliest first, at most five
 */
public record PublicSimilarView(@NotNull List<PublicProblem> items) {

  /**
   * A problem under way.
   *
   * @param serial its number
   * @param title its headline, without numbers and names of persons
   * @param subdistrictCode nine digits, or {@code null}
   * @param complaints how many complaints it has
   */
  public record PublicProblem(
      @NotNull String serial,
      @FreeText @NotNull String title,
      String subdistrictCode,
      @NotNull PublicStatus status,
      int complaints) {

    static PublicProblem of(Problem problem, int complaints) {
      return new PublicProblem(
          problem.serial(),
          problem.title(),
          problem.place().subdistrictCode(),
          PublicStatus.of(problem.status()),
          complaints);
    }
  }
}
