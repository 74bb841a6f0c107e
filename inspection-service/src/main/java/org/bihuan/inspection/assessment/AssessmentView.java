package org.bihuan.inspection.assessment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.Actor;
import org.bihuan.contract.MayBeNull;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.assessment.formula.FormulaView;

/**
 * The assessment of a month.
 *
 * @param month the month, {@code yyyy-MM}, on the district's calendar
 * @param of who is assessed
 * @param status OPEN follows the facts, CLOSED stays as it was closed
 * @param formula the formula by which it was closed, or that is in force for it
 * @param asOf what was known then is in it: the closing, or this moment
 * @param closedAt when it was closed; {@code null} while it is open
 * @param closedBy who closed it; {@code null} while it is open
 * @param rows one for each of whom there is anything to count, by rank, then those without one
 * @param corrections rows of a closed month as they would be with what became known later, without
 *     a rank; of those for whom that changes a figure or the points taken off
 */
public record AssessmentView(
    @NotNull String month,
    @NotNull Assessed of,
    @NotNull AssessmentStatus status,
    @NotNull FormulaView formula,
    @NotNull Instant asOf,
    Instant closedAt,
    @MayBeNull Actor closedBy,
    @NotNull List<AssessmentRow> rows,
    @NotNull List<AssessmentRow> corrections) {}
