package org.bihuan.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Instants are stored in UTC and ruled in the zone of the district. China has had no daylight
 * saving since 1991.
 */
public final class DistrictTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private DistrictTime() {}

  /** Day on the district's wall calendar. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** Year on the district's wall calendar; serial numbers start anew with it. */
  public static int year(Instant instant) {
    return day(instant).getYear();
  }
}
