package org.bihuan.intake.publicform;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.intake.problem.Problem;
import org.bihuan.intake.tracking.PublicStatus;
import org.bihuan.kit.time.DistrictTime;

/**
 * What is dealt with already, as far as everybody may know.
 *
 * @param items the likeliest first, at most five
 */
public record PublicSimilarView(@NotNull List<PublicProblem> items) {

  /**
   * A problem under way, without a word of those who told of it: masking finds numbers and the
   * reporter's name, not a neighbour's or a door, and a headline may be the beginning of a text.
   *
   * @param serial its number
   * @param categoryCode its category
   * @param filedOn the day on which it was put on the ledger, in Asia/Shanghai
   * @param subdistrictCode nine digits, or {@code null}
   * @param complaints how many complaints it has
   */
  public record PublicProblem(
      @NotNull String serial,
      @NotNull String categoryCode,
      @NotNull LocalDate filedOn,
      String subdistrictCode,
      @NotNull PublicStatus status,
      int complaints) {

    static PublicProblem of(Problem problem, int complaints) {
      return new PublicProblem(
          problem.serial(),
          problem.categoryCode(),
          DistrictTime.day(problem.filedAt()),
          problem.place().subdistrictCode(),
          PublicStatus.of(problem.status()),
          complaints);
    }
  }
}
