package org.bihuan.inspection.fieldwork;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * The inspectors came to a stop.
 *
 * @param arrivedAt when; not before the start of the inspection
 * @param note what they saw, at most 2000 characters, or {@code null}
 */
public record Visit(@NotNull Instant arrivedAt, @Size(max = 2000) String note) {}
