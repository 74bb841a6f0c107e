package org.bihuan.dispatch.figures;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.kit.paging.Figure;

/**
 * Numbers of order items within the caller's sight, of a period.
 *
 * @param from first day, on the district's calendar
 * @param to last day
 * @param by what tells the rows apart
 * @param total of all, also of what belongs to no row, as an item that has no unit
 * @param rows by key; every day of the period, of all else only what any item counts for
 */
public record ItemFiguresView(
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull FiguresBy by,
    @NotNull FiguresRow total,
    @NotNull List<FiguresRow> rows) {

  /**
   * Figures of one unit, sub-district, category, source, state or day.
   *
   * @param key its code, or the day; {@code null} for the total
   * @param filed those whose problems were filed in the period
   * @param closed those written off (销账) in the period, whenever they were filed
   * @param overdue those whose limit ended in the period and that had no final reply by then
   * @param open those filed in the period that are neither written off nor called off yet
   */
  public record FiguresRow(
      String key,
      @NotNull Figure filed,
      @NotNull Figure closed,
      @NotNull Figure overdue,
      @NotNull Figure open) {}
}
