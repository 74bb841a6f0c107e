package org.bihuan.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

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

  /** Last moment of {@code day}, in the precision of the clock. */
  public static Instant lastMoment(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
  }

  /** Year on the district's wall calendar; serial numbers start anew with it. */
  public static int year(Instant instant) {
    return day(instant).getYear();
  }
}
