package org.bihuan.inspection.inspection.trip;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Puts an inspection off.
 *
 * @param plannedFor when it is planned for from now on; later than before and later than now
 * @param reason why, 1 to 500 characters
 */
public record NewPostponement(
    @NotNull Instant plannedFor, @NotBlank @Size(max = 500) String reason) {}
