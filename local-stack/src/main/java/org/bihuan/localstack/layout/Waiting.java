package org.bihuan.localstack.layout;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something outside this process; always with a limit. */
public final class Waiting {
  private static final long STEP_MILLIS = 25;

  private Waiting() {}

  /** Returns true as soon as the condition holds, false when it does not within the limit. */
  public static boolean until(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      step();
    }
    return true;
  }

  /** Waits for a moment, for callers with a condition of their own. */
  public static void step() {
    try {
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while waiting.", e);
    }
  }
}
