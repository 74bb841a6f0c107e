package org.bihuan.dispatch.whatif;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * What became of some limits.
 *
 * @param warned how many turned yellow, those that turned red included
 * @param overdue how many turned red
 * @param overdueTime by how much they were exceeded in all, as their time counts
 */
public record Tally(int warned, int overdue, @NotNull Duration overdueTime) {

  static final Tally NONE = new Tally(0, 0, Duration.ZERO);

  /**
   * One limit.
   *
   * @param warnAfter how much of it was used up when it turned yellow
   */
  static Tally of(Duration limit, Duration warnAfter, Duration used) {
    boolean late = used.compareTo(limit) > 0;
    boolean yellow = used.compareTo(warnAfter) >= 0;
    return new Tally(
        late || yellow ? 1 : 0, late ? 1 : 0, late ? used.minus(limit) : Duration.ZERO);
  }

  Tally plus(Tally other) {
    return new Tally(
        warned + other.warned, overdue + other.overdue, overdueTime.plus(other.overdueTime));
  }
}
