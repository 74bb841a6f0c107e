package org.bihuan.kit.delivery;

import java.time.Duration;

/** When a message is tried again. */
final class RetryPolicy {

  private static final int GROWTH = 4;

  private RetryPolicy() {}

  /**
   * Pause after an attempt that failed.
   *
   * @param attempts attempts made so far, from 1
   * @return {@code null} when that was the last one
   */
  static Duration pause(int attempts, int most, Duration first, Duration longest) {
    if (attempts >= most) {
      return null;
    }
    Duration pause = first;
    for (int i = 1; i < attempts && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(GROWTH);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
