package org.bihuan.kit.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Moments as clients send them, in bodies and in addresses alike. */
public final class Moments {

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2200;

  /** What the database keeps, and the clock ticks in. */
  static final ChronoUnit PRECISION = ChronoUnit.MICROS;

  private Moments() {}

  /**
   * Reads ISO 8601 with an offset; a local time could be anywhere. What is finer than a microsecond
   * is cut off, so that a moment is the same in memory, in the database and in an event.
   *
   * @throws DateTimeException when it is none, or not of the years 1900 to 2200: the database has
   *     fewer years than Java, and nobody means one so far away
   */
  public static Instant read(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text);
    if (moment.getYear() < EARLIEST_YEAR || moment.getYear() > LATEST_YEAR) {
      throw new DateTimeException("the year " + moment.getYear() + " is out of range");
    }
    return moment.toInstant().truncatedTo(PRECISION);
  }
}
