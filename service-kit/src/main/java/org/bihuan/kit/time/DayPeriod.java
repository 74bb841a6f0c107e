package org.bihuan.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/**
 * Days of the district's calendar, the last one included, about which somebody asks for figures.
 *
 * @param first its first day
 * @param last its last day, no earlier
 */
public record DayPeriod(LocalDate first, LocalDate last) {

  /** The days of three years, one of them a leap year. */
  private static final int MOST_DAYS = 1096;

  /**
   * The period that was asked for, both days included.
   *
   * @throws Invalid with the {@link #faults}
   */
  public static DayPeriod of(LocalDate from, LocalDate to) {
    List<FieldError> faults = faults(from, to);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new DayPeriod(from, to);
  }

  /**
   * Why there is no such period: {@code required} for a day that is missing, {@code period-empty}
   * when the last comes before the first, {@code period-too-long} for more than three years.
   */
  public static List<FieldError> faults(LocalDate from, LocalDate to) {
    List<FieldError> faults = new ArrayList<>();
    if (from == null) {
      faults.add(new FieldError("from", "required"));
    }
    if (to == null) {
      faults.add(new FieldError("to", "required"));
    }
    if (faults.isEmpty() && to.isBefore(from)) {
      faults.add(new FieldError("from", "period-empty"));
    }
    if (faults.isEmpty() && ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      faults.add(new FieldError("to", "period-too-long", MOST_DAYS));
    }
    return faults;
  }

  /** One day, {@code yyyy-MM-dd}. */
  public static DayPeriod ofDay(String day) {
    return new DayPeriod(LocalDate.parse(day), LocalDate.parse(day));
  }

  /** Its first moment. */
  public Instant begin() {
    return first.atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** The first moment after it. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** Its bounds, as parameters of a list whose upper bound is not included. */
  public String bounds(String from, String to) {
    return "%s=%s&%s=%s".formatted(from, begin(), to, end());
  }

  /** Each of its days, {@code yyyy-MM-dd}. */
  public Stream<String> days() {
    return first.datesUntil(last.plusDays(1)).map(LocalDate::toString);
  }
}
