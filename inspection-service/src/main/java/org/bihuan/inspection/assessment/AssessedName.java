package org.bihuan.inspection.assessment;

import jakarta.validation.constraints.NotNull;

/**
 * A unit or sub-district as it was called when it was assessed.
 *
 * @param code stable code
 * @param name name in Chinese
 */
public record AssessedName(@NotNull String code, @NotNull String name) {}
