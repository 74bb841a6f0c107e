package org.bihuan.intake.triage;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the special team corrects; what is missing stays as it is.
 *
 * @param categoryCode the right category
 * @param address where it is, at most 300 characters
 * @param subdistrictCode nine digits; follows from the community when only that is given
 * @param communityCode twelve digits
 */
public record Correction(
    @Size(max = 40) String categoryCode,
    @Size(max = 300) String address,
    @Pattern(regexp = "\\d{9}") String subdistrictCode,
    @Pattern(regexp = "\\d{12}") String communityCode) {

  boolean correctsNothing() {
    return categoryCode == null
        && address == null
        && subdistrictCode == null
        && communityCode == null;
  }
}
