package org.bihuan.inspection.fieldwork;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.bihuan.inspection.onsite.SentPosition;
import org.bihuan.kit.geo.Crs;

/**
 * The inspectors came to a stop.
 *
 * @param arrivedAt when, by the clock of the device, also when it is sent later; not before the
 *     start of the inspection nor in the future, but for five minutes by which clocks differ
 * @param note what they saw, at most 2000 characters, or {@code null}
 * @param longitude degrees east in {@code crs} of where they stood
 * @param latitude degrees north in {@code crs} of where they stood
 * @param crs system of the coordinates; the three come together or not at all
 */
public record Visit(
    @NotNull Instant arrivedAt,
    @Size(max = 2000) String note,
    @DecimalMin("-180") @DecimalMax("180") Double longitude,
    @DecimalMin("-180") @DecimalMax("180") Double latitude,
    Crs crs)
    implements SentPosition {}
