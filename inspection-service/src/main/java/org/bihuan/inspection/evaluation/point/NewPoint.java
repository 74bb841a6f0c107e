package org.bihuan.inspection.evaluation.point;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.bihuan.inspection.onsite.SentPosition;
import org.bihuan.kit.geo.Crs;

/**
 * A point of an evaluation.
 *
 * @param place where it is, in words, 1 to 300 characters
 * @param subdistrictCode nine digits, a sub-district of the district
 * @param placeType type of the place; its newest checklist is looked at there
 * @param longitude degrees east in {@code crs}
 * @param latitude degrees north in {@code crs}
 * @param crs system of the coordinates; the three come together or not at all
 */
public record NewPoint(
    @NotBlank @Size(max = 300) String place,
    @NotNull @Pattern(regexp = "\\d{9}") String subdistrictCode,
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String placeType,
    @DecimalMin("-180") @DecimalMax("180") Double longitude,
    @DecimalMin("-180") @DecimalMax("180") Double latitude,
    Crs crs)
    implements SentPosition {}
