package org.bihuan.inspection.actor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Says why something is not done after all; 1 to 500 characters. */
public record Reason(@NotBlank @Size(max = 500) String reason) {}
