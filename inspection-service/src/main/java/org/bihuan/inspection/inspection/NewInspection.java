package org.bihuan.inspection.inspection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.actor.Inspector;
import org.bihuan.inspection.onsite.SentPosition;
import org.bihuan.kit.geo.Crs;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * An inspection to be planned.
 *
 * @param tier whose inspection it is; the caller must be one who leads that tier
 * @param method how it is done
 * @param lineCode work line of an inspection of the tier LINE; one of the line leader's own, taken
 *     from the login when that names only one
 * @param focus what it looks at (督查重点), at most 500 characters
 * @param purpose why, e.g. to look at rectification, at most 500 characters
 * @param plannedFor when it is planned for
 * @param inspectors those who go, at most 20
 * @param stops the route, 1 to 50 stops in the order of the trip
 */
public record NewInspection(
    @NotNull InspectionTier tier,
    @Pattern(regexp = "[A-Z0-9_]{1,64}") String lineCode,
    @NotNull InspectionMethod method,
    @Size(max = 500) String focus,
    @Size(max = 500) String purpose,
    @NotNull Instant plannedFor,
    @Size(max = 20) @UniqueElements(message = "duplicate")
        List<@NotNull @Valid Inspector> inspectors,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid NewStop> stops) {

  public NewInspection {
    inspectors = inspectors == null ? List.of() : inspectors;
  }

  /** The same with those who go named in another way. */
  NewInspection withInspectors(List<Inspector> named) {
    return new NewInspection(tier, lineCode, method, focus, purpose, plannedFor, named, stops);
  }

  /**
   * A stop of the route.
   *
   * @param subdistrictCode nine digits, a sub-district of the district
   * @param place where it is, in words, 1 to 300 characters
   * @param longitude degrees east in {@code crs}
   * @param latitude degrees north in {@code crs}
   * @param crs system of the coordinates; the three come together or not at all
   */
  public record NewStop(
      @NotNull @Pattern(regexp = "\\d{9}") String subdistrictCode,
      @NotBlank @Size(max = 300) String place,
      @DecimalMin("-180") @DecimalMax("180") Double longitude,
      @DecimalMin("-180") @DecimalMax("180") Double latitude,
      Crs crs)
      implements SentPosition {}
}
