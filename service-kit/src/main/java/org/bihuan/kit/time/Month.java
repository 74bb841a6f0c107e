package org.bihuan.kit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A month on the district's calendar, from 00:00 of its first day to 24:00 of its last.
 *
 * @param yearMonth year and month
 */
public record Month(YearMonth yearMonth) implements Comparable<Month> {

  /** How one is written. */
  public static final String FORM = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$";

  private static final Pattern WRITTEN = Pattern.compile(FORM);

  /**
   * Reads {@code yyyy-MM} of the years 1900 to 2199.
   *
   * @throws DateTimeException when it is none
   */
  public static Month read(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new DateTimeException("no month");
    }
    return new Month(YearMonth.parse(text));
  }

  /** The month in which {@code moment} lies. */
  public static Month of(Instant moment) {
    return new Month(YearMonth.from(DistrictTime.day(moment)));
  }

  /** The month that lies {@code months} before this one. */
  public Month minus(int months) {
    return new Month(yearMonth.minusMonths(months));
  }

  /** Its first moment. */
  public Instant from() {
    return yearMonth.atDay(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** The first moment of the next one. */
  public Instant to() {
    return yearMonth.plusMonths(1).atDay(1).atStartOfDay(DistrictTime.ZONE).toInstant();
  }

  /** Its last moment, in the precision of the clock. */
  public Instant lastMoment() {
    return DistrictTime.lastMoment(yearMonth.atEndOfMonth());
  }

  /** Whether it lies wholly before {@code now}. */
  public boolean isOver(Instant now) {
    return !now.isBefore(to());
  }

  @Override
  public int compareTo(Month other) {
    return yearMonth.compareTo(other.yearMonth);
  }

  /** As {@link #read} reads it. */
  @Override
  public String toString() {
    return yearMonth.toString();
  }
}
