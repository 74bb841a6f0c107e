package org.bihuan.intake.location;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.bihuan.kit.geo.Crs;

/**
 * Where it is, as sent. Longitude, latitude and {@code crs} come together or not at all.
 *
 * @param subdistrictCode nine digits; follows from the community when only that is given
 * @param gridCode 14 to 16 digits, optional
 * @param crs coordinate system of the point
 */
public record NewLocation(
    @Size(max = LONGEST_ADDRESS) String address,
    @Pattern(regexp = "\\d{9}") String subdistrictCode,
    @Pattern(regexp = "\\d{12}") String communityCode,
    @Pattern(regexp = "\\d{14,16}") String gridCode,
    @DecimalMin("-180") @DecimalMax("180") Double longitude,
    @DecimalMin("-180") @DecimalMax("180") Double latitude,
    Crs crs) {

  static final int LONGEST_ADDRESS = 300;
}
