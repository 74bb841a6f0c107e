package org.bihuan.kit.geo;

import java.util.Locale;

/** Why a point cannot be where something of the district is. */
public enum PointDoubt {
  /** Longitude and latitude are zero: nobody set them. */
  ZERO,
  /** With longitude and latitude exchanged it would lie in the district. */
  SWAPPED,
  /** It lies elsewhere. */
  OUTSIDE_DISTRICT;

  /** Code of the fault where such a point is refused, e.g. {@code point-outside-district}. */
  public String fault() {
    return "point-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
