package org.bihuan.dispatch.request.extension;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A unit's request for more time.
 *
 * @param until end of the limit that it asks for: later than {@code dueAt}, by no more than the
 *     limit was long at first
 * @param reason why the time does not suffice, at most 2000 characters
 */
public record NewExtensionRequest(
    @NotNull Instant until, @NotBlank @Size(min = 1, max = 2000) String reason) {}
