package org.bihuan.acceptance.bench;

import java.util.Arrays;

/**
 * How long each of many equal things took, and how many were done a second.
 *
 * @param sortedNanos one for each, in nanoseconds, ascending
 * @param perSecond how many were done a second, by all clients together
 */
record Timings(long[] sortedNanos, double perSecond) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  /** Of things that several clients did in {@code elapsedNanos} altogether. */
  static Timings of(long[] nanos, long elapsedNanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Timings(sorted, sorted.length * NANOS_PER_SECOND / elapsedNanos);
  }

  /** The smallest time in milliseconds that {@code percent} of all do not exceed. */
  double millis(double percent) {
    if (sortedNanos.length == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(sortedNanos.length * percent / 100);
    return sortedNanos[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
  }
}
