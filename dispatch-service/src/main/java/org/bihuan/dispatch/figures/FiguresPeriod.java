package org.bihuan.dispatch.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.time.DistrictTime;

/**
 * Days of the district's calendar, the last one included.
 *
 * @param first its first day
 * @param last its last day, no earlier
 */
record FiguresPeriod(LocalDate first, LocalDate last) {

  /** The days of three years, one of them a leap year. */
  private static final int MOST_DAYS = 1096;

  /**
   * The period that was asked for.
   *
   * @throws Invalid {@code required} for a day that is missing, {@code period-empty} when the last
   *     comes before the first, {@code period-too-long} for more than three years
   */
  static FiguresPeriod of(LocalDate from, LocalDate to) {
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
    return new FiguresPeriod(from, to);
  }

  static FiguresPeriod ofDay(String day) {
    return new FiguresPeriod(LocalDate.parse(day), LocalDate.parse(day));
  }

  /** Its first moment. */
  Instant begin() {
    return first.atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return last.plusDays(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  Stream<String> days() {
    return first.datesUntil(last.plusDays(1)).map(LocalDate::toString);
  }
}
