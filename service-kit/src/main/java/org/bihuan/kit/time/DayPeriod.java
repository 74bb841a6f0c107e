package org.bihuan.inspection.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/**
 * Days of the district's calendar that a report is about.
 *
 * @param first its first day
 * @param last its last day, no earlier
 */
record ReportPeriod(LocalDate first, LocalDate last) {

  /** The days of three years, one of them a leap year. */
  private static final int MOST_DAYS = 1096;

  /**
   * The period that was asked for, both days included.
   *
   * @throws Invalid {@code required} for a day that is missing, {@code period-empty} when the last
   *     comes before the first, {@code period-too-long} for more than three years
   */
  static ReportPeriod of(LocalDate from, LocalDate to) {
    List<FieldError> missing = new ArrayList<>();
    if (from == null) {
      missing.add(new FieldError("from", "required"));
    }
    if (to == null) {
      missing.add(new FieldError("to", "required"));
    }
    if (!missing.isEmpty()) {
      throw new Invalid(missing);
    }
    if (to.isBefore(from)) {
      throw new Invalid("from", "period-empty");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new Invalid("to", "period-too-long", MOST_DAYS);
    }
    return new ReportPeriod(from, to);
  }

  /** Its first moment. */
  Instant begin() {
    return first.atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return last.plusDays(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** Its bounds, as parameters of a list whose upper bound is not included. */
  String bounds(String from, String to) {
    return "%s=%s&%s=%s".formatted(from, begin(), to, end());
  }
}
