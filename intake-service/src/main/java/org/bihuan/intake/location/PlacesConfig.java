package org.bihuan.intake.location;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.bihuan.intake.subdistrict.PlaceDoubt;

/** What a deployment makes of places that are not clear (ADR 0047). */
@ConfigMapping(prefix = "bihuan.places")
interface PlacesConfig {

  /** What becomes of something whose point lies outside the district. */
  enum OutsideDistrict {
    /** It is not taken in: {@code point-outside-district}. */
    REFUSE,
    /** It is taken in and waits for the desk: {@link PlaceDoubt#OUTSIDE_DISTRICT}. */
    FLAG
  }

  /** Points at 0/0 or with longitude and latitude exchanged are refused all the same. */
  @WithDefault("REFUSE")
  OutsideDistrict outsideDistrict();

  /** Whether a complaint without a sub-district waits for the desk rather than file itself. */
  @WithDefault("false")
  boolean subdistrictRequired();
}
