package org.bihuan.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One measured thing, over all repetitions.
 *
 * @param work number of the work in the table of promises, such as {@code P1}
 * @param what what was measured, with its unit
 * @param measured one value for each repetition
 * @param reference what the reference made of it, in the repetition of the same place; empty when
 *     there is none
 * @param reach what is promised, or {@code null} when the figure is only told
 */
record Figure(
    @JsonProperty String work,
    @JsonProperty String what,
    @JsonProperty List<Double> measured,
    @JsonProperty List<Double> reference,
    @JsonProperty Reach reach) {

  /**
   * What is promised, of the ratio to the reference if there is one, else of the value itself.
   *
   * @param atLeast false: at most
   */
  record Reach(@JsonProperty double bound, @JsonProperty boolean atLeast) {
    static Reach atLeast(double bound) {
      return new Reach(bound, true);
    }

    static Reach atMost(double bound) {
      return new Reach(bound, false);
    }

    boolean holds(double value) {
      return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
      return (atLeast ? "≥ " : "≤ ") + number(bound);
    }
  }

  Figure {
    if (measured.isEmpty() || !reference.isEmpty() && reference.size() != measured.size()) {
      throw new IllegalArgumentException(work + " " + what + " was not measured in full");
    }
    measured = List.copyOf(measured);
    reference = List.copyOf(reference);
  }

  /** The median of {@link #measured}. */
  @JsonProperty
  double median() {
    return median(measured);
  }

  /** The median of the ratios of the repetitions; {@code null} without a reference. */
  @JsonProperty
  Double ratio() {
    return reference.isEmpty()
        ? null
        : median(
            IntStream.range(0, measured.size())
                .mapToObj(i -> measured.get(i) / reference.get(i))
                .toList());
  }

  /** Whether what is promised holds; {@code null} when nothing is promised. */
  @JsonProperty
  Boolean kept() {
    return reach == null ? null : reach.holds(reference.isEmpty() ? median() : ratio());
  }

  /** {@code min-max} of the measured values. */
  String spread() {
    return number(measured.stream().min(Double::compare).orElseThrow())
        + "-"
        + number(measured.stream().max(Double::compare).orElseThrow());
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** With as many digits as mean something. */
  static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
