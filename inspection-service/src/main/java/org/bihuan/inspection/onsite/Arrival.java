package org.bihuan.inspection.onsite;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Unprocessable;

/** When somebody came to the spot, by the clock of a device in the field. */
public final class Arrival {

  /** By how much the clock of a device may be wrong, and a minute written without its seconds. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private Arrival() {}

  /**
   * Checks that a moment told from the field can be true.
   *
   * @param field of the request that tells it
   * @param moment the moment, or {@code null} when it was not told
   * @param earliest what it must not come before
   * @param codeWhenEarlier code of the refusal when it does
   * @throws Invalid when it lies in the future
   * @throws Unprocessable when it lies before {@code earliest}
   */
  public static void verify(
      String field, Instant moment, Instant earliest, String codeWhenEarlier, Instant now) {
    if (moment == null) {
      return;
    }
    if (moment.isAfter(now.plus(CLOCK_SKEW))) {
      throw new Invalid(field, "in-the-future");
    }
    if (moment.isBefore(earliest.minus(CLOCK_SKEW))) {
      throw new Unprocessable(codeWhenEarlier, earliest);
    }
  }

  /**
   * A moment told from the field as it is kept: within the allowance it is moved to lie between
   * {@code earliest} and now.
   *
   * @param told {@code null} means now
   * @param earliest {@code null} while there is no such bound
   */
  public static Instant kept(
      String field, Instant told, Instant earliest, String codeWhenEarlier, Instant now) {
    if (told == null || earliest == null) {
      return now;
    }
    verify(field, told, earliest, codeWhenEarlier, now);
    return within(earliest, told, now);
  }

  /** {@code moment}, or the nearer end of the span when it lies outside. */
  public static Instant within(Instant earliest, Instant moment, Instant latest) {
    if (earliest != null && moment.isBefore(earliest)) {
      return earliest;
    }
    return moment.isAfter(latest) ? latest : moment;
  }
}
