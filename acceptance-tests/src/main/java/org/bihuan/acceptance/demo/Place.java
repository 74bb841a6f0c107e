package org.bihuan.acceptance.demo;

import java.util.Map;

/**
 * A made-up address in a sub-district.
 *
 * @param longitude degrees east, WGS-84
 * @param latitude degrees north, WGS-84
 */
record Place(
    String address,
    String subdistrictCode,
    String communityCode,
    double longitude,
    double latitude) {

  /** As a complaint says it. */
  Map<String, Object> toJson() {
    return Map.of(
        "address", address,
        "subdistrictCode", subdistrictCode,
        "communityCode", communityCode,
        "longitude", longitude,
        "latitude", latitude,
        "crs", "WGS84");
  }
}
