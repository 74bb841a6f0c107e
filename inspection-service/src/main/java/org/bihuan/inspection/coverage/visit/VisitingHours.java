package org.bihuan.inspection.coverage.visit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Instant;
import java.time.LocalTime;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.time.DistrictTime;

/**
 * Which visits were made at night (白+黑 [brief]); from when until when that is, is [ours]. A change
 * holds for past visits too.
 */
@ConfigMapping(prefix = "bihuan.coverage.night")
public interface VisitingHours {

  /** When the night begins, on the district's clock and to the minute. */
  @WithDefault("19:00")
  LocalTime from();

  /** When it ends; the minute itself is day. */
  @WithDefault("07:00")
  LocalTime until();

  /** Whether {@code moment} lies in the night. */
  default boolean isNight(Instant moment) {
    LocalTime time = LocalTime.ofInstant(moment, DistrictTime.ZONE);
    boolean begun = !time.isBefore(from());
    boolean over = !time.isBefore(until());
    return overMidnight() ? begun || !over : begun && !over;
  }

  /** Narrows to the visits {@code e} at night, or to all others. */
  default Criteria narrow(Criteria criteria, boolean night) {
    String within =
        "e.minuteOfDay >= %s " + (overMidnight() ? "or" : "and") + " e.minuteOfDay < %s";
    return criteria.where(
        night ? within : "not (" + within + ")", minuteOf(from()), minuteOf(until()));
  }

  private boolean overMidnight() {
    return from().isAfter(until());
  }

  private static int minuteOf(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }
}
