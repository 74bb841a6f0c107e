package org.bihuan.inspection.assessment;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/**
 * Points that were taken off.
 *
 * @param kind what for
 * @param points how many
 * @param entry the re-check that it is for, or the judgement; by it an appeal names it
 */
public record DeductionLine(
    @NotNull DeductionKind kind, @NotNull BigDecimal points, @NotNull UUID entry) {}
