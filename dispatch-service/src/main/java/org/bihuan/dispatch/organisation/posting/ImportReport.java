package org.bihuan.dispatch.organisation.posting;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What an import has done, or would do.
 *
 * @param stored whether it was done; {@code false} after a dry run
 * @param rows rows read below the headings
 * @param created postings that are new
 * @param ended postings that end by their row
 * @param changed postings whose post or office phone is another now
 * @param unchanged rows that say what is known
 * @param faults what is wrong, at most 100; only a dry run tells them so, the import itself refuses
 *     the sheet with them
 */
public record ImportReport(
    boolean stored,
    int rows,
    int created,
    int ended,
    int changed,
    int unchanged,
    @NotNull List<RowFault> faults) {

  /**
   * Something wrong with a cell.
   *
   * @param row as programs for sheets number it, from 1
   * @param column heading of the column, or its letters
   * @param code stable code of the fault
   * @param message the fault in words
   */
  public record RowFault(
      int row, @NotNull String column, @NotNull String code, @NotNull String message) {}
}
