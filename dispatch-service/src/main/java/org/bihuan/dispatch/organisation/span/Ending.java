package org.bihuan.dispatch.organisation.span;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * That something no longer holds.
 *
 * @param on first day on which it no longer holds; the first day of all makes it one that never
 *     held
 * @param reason why, 1 to 200 characters
 */
public record Ending(@NotNull LocalDate on, @NotNull @Size(min = 1, max = 200) String reason) {}
