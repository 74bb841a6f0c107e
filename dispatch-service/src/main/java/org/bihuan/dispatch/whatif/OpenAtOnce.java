package org.bihuan.dispatch.whatif;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;

/**
 * How many items a unit had open at once, of those whose limits began in the period.
 *
 * @param peak most at one moment of the period
 * @param mean on average over all of the period, nights and holidays too, to two decimals
 */
public record OpenAtOnce(int peak, @NotNull BigDecimal mean) {

  private static final int DECIMALS = 2;

  static final OpenAtOnce NONE = new OpenAtOnce(0, BigDecimal.ZERO.setScale(DECIMALS));

  /** A moment at which one more is open, or one less. */
  private record Change(Instant at, int by) {}

  /**
   * Counts in one pass over the moments.
   *
   * @param open when each was open; one that is over at the moment at which another begins was not
   *     open at once with it
   * @param period in which it is counted
   */
  static OpenAtOnce of(List<Stretch> open, Stretch period) {
    List<Change> changes =
        open.stream()
            .map(stretch -> within(stretch, period))
            .filter(stretch -> stretch.from().isBefore(stretch.to()))
            .flatMap(
                stretch -> Stream.of(new Change(stretch.from(), 1), new Change(stretch.to(), -1)))
            .sorted(Comparator.comparing(Change::at).thenComparingInt(Change::by))
            .toList();
    int now = 0;
    int peak = 0;
    Duration together = Duration.ZERO;
    Instant before = period.from();
    for (Change change : changes) {
      together = together.plus(Duration.between(before, change.at()).multipliedBy(now));
      now += change.by();
      peak = Math.max(peak, now);
      before = change.at();
    }
    BigDecimal mean =
        BigDecimal.valueOf(together.toSeconds())
            .divide(
                BigDecimal.valueOf(period.length().toSeconds()), DECIMALS, RoundingMode.HALF_UP);
    return new OpenAtOnce(peak, mean);
  }

  private static Stretch within(Stretch stretch, Stretch period) {
    return new Stretch(
        stretch.from().isBefore(period.from()) ? period.from() : stretch.from(),
        stretch.to().isAfter(period.to()) ? period.to() : stretch.to());
  }
}
