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
   * @param over what was used beyond it, negative when something was left
   */
  static Tally of(boolean warned, boolean late, Duration over) {
    return new Tally(
        warned ? 1 : 0, late ? 1 : 0, late && !over.isNegative() ? over : Duration.ZERO);
  }

  Tally plus(Tally other) {
    return new Tally(
        warned + other.warned, overdue + other.overdue, overdueTime.plus(other.overdueTime));
  }
}
