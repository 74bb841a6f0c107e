package org.bihuan.inspection.sampling;

import java.util.List;

/**
 * The share of visited re-checks that passed, with the interval of Wilson (1927), which stays
 * within 0 and 1 and holds for small numbers too.
 *
 * @param passed how many passed
 * @param visited how many were visited
 * @param rate share from 0 to 1, or {@code null} when none was visited
 * @param interval lower and upper end of the interval, or {@code null} when none was visited
 */
record PassRate(int passed, int visited, Double rate, List<Double> interval) {

  /** With the interval of this confidence, above 0 and below 1. */
  static PassRate of(int passed, int visited, double confidence) {
    if (visited == 0) {
      return new PassRate(0, 0, null, List.of());
    }
    double z = SamplingPlan.normal(confidence);
    double rate = (double) passed / visited;
    double weight = 1 + z * z / visited;
    double centre = (rate + z * z / (2 * visited)) / weight;
    double half =
        z * Math.sqrt(rate * (1 - rate) / visited + z * z / (4.0 * visited * visited)) / weight;
    return new PassRate(
        passed, visited, rate, List.of(Math.max(0, centre - half), Math.min(1, centre + half)));
  }
}
