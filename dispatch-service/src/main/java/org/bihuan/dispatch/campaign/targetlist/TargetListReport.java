package org.bihuan.dispatch.campaign.targetlist;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.bihuan.kit.sheet.RowFault;

/**
 * What the import of a target list has done, or would do.
 *
 * @param stored whether it was done; {@code false} after a dry run
 * @param rows rows read below the headings
 * @param created points that are new
 * @param changed points of which the list says something else now
 * @param unchanged rows that say what is known
 * @param faults what is wrong, at most 100; only a dry run tells them so, the import itself refuses
 *     the sheet with them
 */
public record TargetListReport(
    boolean stored,
    int rows,
    int created,
    int changed,
    int unchanged,
    @NotNull List<RowFault> faults) {}
