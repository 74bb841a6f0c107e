package org.bihuan.dispatch.reply.photo;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Which photos final replies are to show from a moment on.
 *
 * @param categoryCode code or name of a category of problems
 * @param beforeRequired whether at least one must show how it was
 * @param afterRequired whether at least one must show how it is now
 * @param validFrom first moment, not in the past; now when {@code null}
 */
public record NewPhotoRule(
    @NotNull @Size(min = 1, max = 60) String categoryCode,
    @NotNull Boolean beforeRequired,
    @NotNull Boolean afterRequired,
    Instant validFrom) {}
