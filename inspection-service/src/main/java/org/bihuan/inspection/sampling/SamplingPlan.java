package org.bihuan.inspection.sampling;

import java.util.List;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many of a lot are visited, and how many of them may be found not fixed. Pure.
 *
 * <p>The size makes the pass rate known to within {@code error} at {@code confidence}, with the
 * correction for a finite population (Cochran, Sampling Techniques, 4.4), for the rate at which
 * most are needed, one half. The acceptance number is the largest with which a lot whose share of
 * unfixed problems is {@code tolerable} or more is accepted with a probability of {@code risk} at
 * most: the exact one of drawing without replacement, as in plans by limiting quality (ISO 2859-2).
 *
 * @param size how many are visited, 1 to the population
 * @param acceptance how many of them may have failed
 */
record SamplingPlan(int size, int acceptance) {

  /** How many failed ones reject the lot. */
  int rejection() {
    return acceptance + 1;
  }

  /**
   * The plan for a lot.
   *
   * @param population how many are in the lot, at least 1
   * @param error half the width of the interval of the pass rate, above 0 and below 1
   * @param confidence of that interval, above 0 and below 1
   * @param tolerable share of unfixed ones from which on a lot is bad, above 0 and below 1
   * @param risk greatest probability to accept a bad lot, above 0 and below 1
   * @param part of the size that is visited after many good lots, above 0 to 1; more when the risk
   *     asks for it
   */
  static SamplingPlan of(
      int population, double error, double confidence, double tolerable, double risk, double part) {
    int size = (int) Math.ceil(size(population, error, confidence) * part);
    int bad = (int) Math.ceil(population * tolerable);
    while (size < population && accepted(population, bad, size, 0) > risk) {
      size++;
    }
    int acceptance = 0;
    while (acceptance + 1 < Math.min(size, bad)
        && accepted(population, bad, size, acceptance + 1) <= risk) {
      acceptance++;
    }
    return new SamplingPlan(size, acceptance);
  }

  /** How many have to be visited for the pass rate to be known so well. */
  static int size(int population, double error, double confidence) {
    double z = normal(confidence);
    double unlimited = z * z * 0.25 / (error * error);
    return (int) Math.ceil(unlimited / (1 + (unlimited - 1) / population));
  }

  /** Probability that a lot of which {@code bad} are not fixed is accepted. */
  static double accepted(int population, int bad, int size, int acceptance) {
    return HypergeometricDistribution.of(population, bad, size).cumulativeProbability(acceptance);
  }

  /** The quantile that holds {@code confidence} between it and its negative. */
  static double normal(double confidence) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + confidence / 2);
  }

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
      double z = normal(confidence);
      double rate = (double) passed / visited;
      double weight = 1 + z * z / visited;
      double centre = (rate + z * z / (2 * visited)) / weight;
      double half =
          z * Math.sqrt(rate * (1 - rate) / visited + z * z / (4.0 * visited * visited)) / weight;
      return new PassRate(
          passed, visited, rate, List.of(Math.max(0, centre - half), Math.min(1, centre + half)));
    }
  }
}
