package org.bihuan.inspection.actor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A unit that comes along.
 *
 * @param unitCode the unit by code, name or alias, 1 to 100 characters
 * @param person who comes for it, at most 100 characters, or {@code null}
 */
public record NewParticipant(
    @NotBlank @Size(max = 100) String unitCode, @Size(min = 1, max = 100) String person) {}
