package org.bihuan.acceptance.duplicates;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * What a rule made of labelled pairs. For each seed by itself too, since a few matters about which
 * very many wrote make up a quarter of the pairs.
 *
 * @param name of the threshold
 * @param taken those that the rule takes for one
 */
record PairFigures(
    String name, List<LabelledPair> pairs, Set<LabelledPair> taken, List<String> seeds) {

  /** Of those taken, the share that a person calls the same. */
  double precision() {
    return precision(pairs);
  }

  /** Of those that a person calls the same, the share that is taken. */
  double recall() {
    return recall(pairs);
  }

  /** The mean over the seeds of which any is taken. */
  double precisionBySeed() {
    return mean(seeds.stream().mapToDouble(seed -> precision(of(seed))));
  }

  /** The mean over the seeds that have any that is the same. */
  double recallBySeed() {
    return mean(seeds.stream().mapToDouble(seed -> recall(of(seed))));
  }

  String line() {
    long right = taken.stream().filter(LabelledPair::isSame).count();
    return String.format(
        Locale.ROOT,
        "%s: taken=%d right=%d precision=%.3f recall=%.3f by seed: precision=%.3f recall=%.3f",
        name,
        taken.size(),
        right,
        precision(),
        recall(),
        precisionBySeed(),
        recallBySeed());
  }

  private List<LabelledPair> of(String seed) {
    return pairs.stream().filter(pair -> pair.has(seed)).toList();
  }

  private double precision(List<LabelledPair> some) {
    List<LabelledPair> found = some.stream().filter(taken::contains).toList();
    return share(found.stream().filter(LabelledPair::isSame).count(), () -> found.size());
  }

  private double recall(List<LabelledPair> some) {
    List<LabelledPair> same = some.stream().filter(LabelledPair::isSame).toList();
    return share(same.stream().filter(taken::contains).count(), () -> same.size());
  }

  /** NaN of nothing. */
  private static double share(long part, DoubleSupplier whole) {
    return part / whole.getAsDouble();
  }

  private static double mean(DoubleStream values) {
    return values.filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
  }
}
