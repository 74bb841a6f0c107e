package org.bihuan.inspection.assessment.judging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.bihuan.inspection.assessment.ruling.DeductionKind;

/**
 * That a reply was false, or a unit shirked.
 *
 * @param entry the unit's item that it is about
 * @param kind FALSE_REPLY or SHIRKING; the others are counted
 * @param reason why, 1 to 1000 characters
 */
public record NewJudgement(
    @NotNull UUID entry, @NotNull DeductionKind kind, @NotBlank @Size(max = 1000) String reason) {}
