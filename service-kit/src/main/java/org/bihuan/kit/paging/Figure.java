package org.bihuan.kit.paging;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * A figure with the list behind it.
 *
 * @param value the number of rows, or the share in percent; {@code null} where the denominator is 0
 * @param numerator rows that count for a share; {@code null} when the figure is a number of rows
 * @param denominator rows that the share is of; {@code null} when the figure is a number of rows
 * @param list address, relative to the service, of exactly the rows that are counted: those of the
 *     numerator in a share
 */
public record Figure(BigDecimal value, Long numerator, Long denominator, @NotNull String list) {

  /** A number of rows. */
  public static Figure count(long rows, String list) {
    return new Figure(BigDecimal.valueOf(rows), null, null, list);
  }
}
