package org.bihuan.acceptance.api;

import org.bihuan.localstack.layout.StackFailure;

/** What a proof takes for a number in its options. */
public final class OptionRange {

  private OptionRange() {}

  /**
   * Refuses what would make a proof meaningless or endless.
   *
   * @throws StackFailure when the value is below {@code lowest} or above {@code highest}
   */
  public static void require(String option, int value, int lowest, int highest) {
    if (value < lowest || value > highest) {
      throw new StackFailure(option + " is " + lowest + " to " + highest + ", not " + value + ".");
    }
  }
}
