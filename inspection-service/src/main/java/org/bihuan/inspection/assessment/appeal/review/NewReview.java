package org.bihuan.inspection.assessment.appeal.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.bihuan.contract.RequestDecision;

/**
 * What a reviewer says about an appeal.
 *
 * @param decision ACCEPTED or REFUSED
 * @param opinion why, 1 to 1000 characters
 */
public record NewReview(
    @NotNull RequestDecision decision, @NotBlank @Size(max = 1000) String opinion) {}
