package org.bihuan.intake.open311.wire;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.bihuan.kit.time.DistrictTime;

/**
 * What all of Open311 GeoReport v2 has in common here [public]: the address, the two forms, of
 * which the end of an address names one, and how moments are written.
 */
public final class Open311 {

  /** Beginning of every address. */
  public static final String ROOT = "/open311/v2";

  public static final String JSON = "application/json";
  public static final String XML = "text/xml";

  private Open311() {}

  static boolean isAt(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** The form in which what is asked at {@code path} is answered: XML where nothing is said. */
  static String form(String path) {
    return path.endsWith(".json") ? JSON : XML;
  }

  /**
   * A moment in the W3C's subset of ISO 8601, to the second, with the offset of the district;
   * {@code null} for {@code null}.
   */
  public static String written(Instant moment) {
    return moment == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            moment.truncatedTo(ChronoUnit.SECONDS).atZone(DistrictTime.ZONE));
  }
}
