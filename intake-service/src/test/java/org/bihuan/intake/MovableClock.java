package org.bihuan.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of the application under test: true time plus a shift that tests choose. */
@Singleton
public class MovableClock extends Clock {

  private volatile Duration shift = Duration.ZERO;

  /** From now on it is {@code moment}, and time goes on from there. */
  public void moveTo(Instant moment) {
    shift = Duration.between(Instant.now(), moment);
  }

  public void reset() {
    shift = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
