package org.bihuan.kit.paging;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure with the list behind it.
 *
 * @param value the number of rows, or the share in percent; {@code null} where the denominator is 0
 * @param numerator rows that count for a share; {@code null} when the figure is a number of rows
 * @param denominator rows that the share is of; {@code null} when the figure is a number of rows
 * @param list address of exactly the rows that are counted, those of the numerator in a share;
 *     without a host: the first name after {@code /api/v1/} says which service has it
 */
public record Figure(BigDecimal value, Long numerator, Long denominator, @NotNull String list) {

  /** A number of rows. */
  public static Figure count(long rows, String list) {
    return new Figure(BigDecimal.valueOf(rows), null, null, list);
  }

  /** The share of {@code numerator} in {@code denominator} rows, to a hundredth of a percent. */
  public static Figure share(long numerator, long denominator, String list) {
    BigDecimal percent =
        denominator == 0
            ? null
            : BigDecimal.valueOf(numerator * 100)
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    return new Figure(percent, numerator, denominator, list);
  }
}
