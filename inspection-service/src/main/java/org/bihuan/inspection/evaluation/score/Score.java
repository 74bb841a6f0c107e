package org.bihuan.inspection.evaluation.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bihuan.kit.paging.Figure;

/**
 * What passed of what was observed. What is not applicable at a point is in neither.
 *
 * @param passed observations that passed
 * @param failed observations that failed
 * @param passedWeight weights of the items that passed
 * @param observedWeight weights of the items that passed or failed
 * @param told observations of every outcome
 */
public record Score(
    long passed, long failed, BigDecimal passedWeight, BigDecimal observedWeight, long told) {

  public static final Score NONE = new Score(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

  private static final String LIST = "/api/v1/evaluation-observations?";

  /** Share of what was observed that passed, in percent; {@code null} before anything was. */
  public Figure rate(String parameters) {
    return Figure.share(passed, passed + failed, LIST + parameters + "&outcome=PASSED");
  }

  /** What failed. */
  public Figure failures(String parameters) {
    return Figure.count(failed, LIST + parameters + "&outcome=FAILED");
  }

  /** The rate in which each item counts by its weight, to a hundredth of a percent. */
  public BigDecimal weightedRate() {
    return observedWeight.signum() == 0
        ? null
        : passedWeight
            .multiply(BigDecimal.valueOf(100))
            .divide(observedWeight, 2, RoundingMode.HALF_UP);
  }
}
