package org.bihuan.kit.time;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days of the district's calendar as clients send them, in bodies, addresses and sheets alike. */
public final class Days {

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2200;

  private Days() {}

  /**
   * Reads {@code yyyy-MM-dd}.
   *
   * @throws DateTimeException when it is none, or not of the years 1900 to 2200
   */
  public static LocalDate read(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
      throw new DateTimeException("the year " + day.getYear() + " is out of range");
    }
    return day;
  }
}
