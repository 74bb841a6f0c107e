package org.bihuan.inspection.coverage.unseen;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.bihuan.kit.paging.Figure;

/**
 * How many problems nobody told of, estimated from two sources.
 *
 * @param from first moment of the period
 * @param to first moment after it
 * @param known problems first told of in it, by residents or by an inspection
 * @param complained those of them that residents complained of by now
 * @param found those of them that an inspection found by now
 * @param both those of them that both told of
 * @param foundFirst share of the known ones that were found before anybody complained, in percent
 * @param estimated how many problems there are in all, known ones included, to a tenth; {@code
 *     null} while one of the sources knows none
 * @param estimatedInterval interval of 95 % for it, lower and upper bound; {@code null} with it
 * @param unseen those of them of which nobody told, to a tenth; {@code null} with it
 * @param unseenInterval interval of 95 % for these, lower and upper bound; {@code null} with it
 */
public record EstimateView(
    @NotNull Instant from,
    @NotNull Instant to,
    @NotNull Figure known,
    @NotNull Figure complained,
    @NotNull Figure found,
    @NotNull Figure both,
    @NotNull Figure foundFirst,
    BigDecimal estimated,
    List<BigDecimal> estimatedInterval,
    BigDecimal unseen,
    List<BigDecimal> unseenInterval) {

  static EstimateView of(Instant from, Instant to, SourceCounts counts) {
    DualSystemEstimate estimate = counts.estimate().orElse(null);
    return new EstimateView(
        from,
        to,
        counts.known(),
        counts.complained(),
        counts.found(),
        counts.both(),
        counts.foundFirst(),
        estimate == null ? null : tenths(estimate.estimate()),
        estimate == null ? null : interval(estimate, 0),
        estimate == null ? null : tenths(estimate.estimate() - estimate.known()),
        estimate == null ? null : interval(estimate, estimate.known()));
  }

  private static List<BigDecimal> interval(DualSystemEstimate estimate, long without) {
    return List.of(tenths(estimate.low() - without), tenths(estimate.high() - without));
  }

  private static BigDecimal tenths(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
  }
}
