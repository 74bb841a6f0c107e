package org.bihuan.inspection.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.bihuan.kit.paging.Figure;

/**
 * A figure as a line of the sheet that is reported upward.
 *
 * @param item what is counted
 * @param value the number of rows, or the share in percent; {@code null} where the denominator is 0
 * @param numerator rows that count for a share; {@code null} when the figure is a number of rows
 * @param denominator rows that the share is of; {@code null} when the figure is a number of rows
 * @param list address of exactly the rows that are counted: those of the numerator in a share
 */
public record ReportLine(
    @NotNull ReportItem item,
    BigDecimal value,
    Long numerator,
    Long denominator,
    @NotNull String list) {

  static ReportLine of(ReportItem item, Figure figure) {
    return new ReportLine(
        item, figure.value(), figure.numerator(), figure.denominator(), figure.list());
  }
}
