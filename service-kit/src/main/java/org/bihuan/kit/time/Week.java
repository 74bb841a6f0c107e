package org.bihuan.kit.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * A week of ISO 8601 on the district's calendar, from Monday 00:00 to Sunday 24:00.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) {

  /** How one is written; not each year has a week 53. */
  public static final String FORM = "^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$";

  private static final Pattern WRITTEN = Pattern.compile(FORM);
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2200;

  /**
   * Reads {@code yyyy-Www}.
   *
   * @throws DateTimeException when it is none, as {@code 2027-W53}, or not of the years 1900 to
   *     2200
   */
  public static Week read(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new DateTimeException("no week of ISO 8601");
    }
    Week week = new Week(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
    if (week.year() < EARLIEST_YEAR || week.year() > LATEST_YEAR) {
      throw new DateTimeException("the year " + week.year() + " is out of range");
    }
    return week;
  }

  /** The week in which {@code moment} lies. */
  public static Week of(Instant moment) {
    LocalDate day = DistrictTime.day(moment);
    return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The week that lies {@code weeks} before this one. */
  public Week minus(int weeks) {
    return new Week(monday.minusWeeks(weeks));
  }

  /** Its first moment. */
  public Instant from() {
    return monday.atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** The first moment of the next one. */
  public Instant to() {
    return monday.plusWeeks(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  private int year() {
    return monday.get(IsoFields.WEEK_BASED_YEAR);
  }

  /** As {@link #read} reads it. */
  @Override
  public String toString() {
    return "%04d-W%02d".formatted(year(), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
