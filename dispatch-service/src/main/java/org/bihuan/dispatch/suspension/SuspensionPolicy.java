package org.bihuan.dispatch.suspension;

import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/** What a suspension must keep to. */
final class SuspensionPolicy {

  /** Nothing stands still for longer without being looked at. */
  private static final int MOST_DAYS = 30;

  private SuspensionPolicy() {}

  /**
   * The day of review is tomorrow, by the calendar of the district, to 30 days ahead.
   *
   * @throws Invalid {@code day-out-of-range}, with the bounds
   */
  static void check(LocalDate reviewOn, Instant now) {
    LocalDate earliest = DistrictTime.day(now).plusDays(1);
    LocalDate latest = DistrictTime.day(now).plusDays(MOST_DAYS);
    if (reviewOn.isBefore(earliest) || reviewOn.isAfter(latest)) {
      throw new Invalid("reviewOn", "day-out-of-range", earliest, latest);
    }
  }
}
