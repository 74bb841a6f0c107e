package org.bihuan.intake.registration.sheet;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.RowFault;

/**
 * What the import of a sheet of complaints has done, or would do.
 *
 * @param stored whether it was done; {@code false} after a dry run
 * @param rows rows read below the headings
 * @param created complaints that are new
 * @param unchanged rows that were registered before
 * @param faults what is wrong, at most 100; only a dry run tells them so, the import itself refuses
 *     the sheet with them
 * @param outcomes what became of each row without faults, in their order
 */
public record ComplaintImportView(
    boolean stored,
    int rows,
    int created,
    int unchanged,
    @NotNull List<RowFault> faults,
    @NotNull List<ImportedRow> outcomes) {

  static ComplaintImportView of(ImportReport report, List<ImportedRow> outcomes) {
    return new ComplaintImportView(
        report.stored(),
        report.rows(),
        report.created(),
        report.unchanged(),
        report.faults(),
        outcomes);
  }
}
