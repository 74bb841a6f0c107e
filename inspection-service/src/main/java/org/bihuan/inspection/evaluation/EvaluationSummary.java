package org.bihuan.inspection.evaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a mock evaluation came to.
 *
 * @param summary 1 to 4000 characters
 */
public record EvaluationSummary(@NotBlank @Size(max = 4000) String summary) {}
