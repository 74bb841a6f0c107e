package org.bihuan.inspection.assessment.judging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * That an entry is to be in no figure.
 *
 * @param entry an item of a unit, or points taken off
 * @param reason why, as that the demand was unreasonable, 1 to 1000 characters
 */
public record NewExemption(@NotNull UUID entry, @NotBlank @Size(max = 1000) String reason) {}
