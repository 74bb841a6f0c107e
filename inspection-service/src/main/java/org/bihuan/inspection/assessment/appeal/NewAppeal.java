package org.bihuan.inspection.assessment.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * An appeal against one entry of a unit's assessment.
 *
 * @param unitCode the caller's unit, by code, name or alias, 1 to 100 characters
 * @param entry an item of the unit, or points taken off
 * @param reason why it is not right to count it, 1 to 1000 characters
 */
public record NewAppeal(
    @NotBlank @Size(max = 100) String unitCode,
    @NotNull UUID entry,
    @NotBlank @Size(max = 1000) String reason) {}
