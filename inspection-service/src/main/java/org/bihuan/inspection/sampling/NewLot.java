package org.bihuan.inspection.sampling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.contract.DeadlineClass;

/**
 * Of what a lot is to be made: all re-checks of this unit and class that are planned now, that
 * nobody is named for and that a lot may decide about.
 *
 * @param unitCode responsible unit, by code, name or alias
 * @param deadlineClass class of their limit; EMERGENCY and PLANNED are always visited one by one
 * @param resumeReason why there is to be a lot again, 1 to 500 characters; needed after five lots
 *     have failed while tightened, and of no effect before
 */
public record NewLot(
    @NotBlank String unitCode,
    @NotNull DeadlineClass deadlineClass,
    @Size(max = 500) String resumeReason) {}
