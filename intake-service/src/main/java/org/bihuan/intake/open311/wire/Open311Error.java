package org.bihuan.intake.open311.wire;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing for which a request was refused, after GeoReport v2.
 *
 * @param code the status of the answer
 * @param description what is wrong, in the reader's language, and in brackets the code that the API
 *     under {@code /api/v1} has for it
 */
@Schema(name = "Open311Error")
public record Open311Error(@NotNull String code, @NotNull String description) {}
