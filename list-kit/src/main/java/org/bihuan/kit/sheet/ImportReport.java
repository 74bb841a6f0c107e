package org.bihuan.kit.sheet;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What the import of a sheet has done, or would do.
 *
 * @param stored whether it was done; {@code false} after a dry run
 * @param rows rows read below the headings
 * @param created records that are new
 * @param ended records that end by their row; 0 where none can
 * @param changed records of which the sheet says something else now
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

  static ImportReport of(boolean stored, ImportTally tally, SheetTable table, List<RowFault> told) {
    return new ImportReport(
        stored,
        table.lines().size(),
        tally.created(),
        tally.ended(),
        tally.changed(),
        tally.unchanged(),
        told);
  }
}
