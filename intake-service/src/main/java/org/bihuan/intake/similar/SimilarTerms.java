package org.bihuan.intake.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a telling's terms to look up: the rare ones, half of them from its headline, until they
 * stand for as many problems as can be read in a moment.
 *
 * @param counts in how many of the problems that were looked at a term is; without those in one
 * @param sampled how many problems were looked at
 * @param problems how many there are
 */
record SimilarTerms(Map<Integer, Long> counts, double sampled, double problems) {

  /** Problems to read for one answer, by the estimate [measured: 30 ms at a million]. */
  private static final double MOST_READ = 1_200;

  private static final int MOST_TERMS = 40;

  /** A term to look up, and what it weighs: the rarer the more. */
  record Term(int code, double weight) {}

  List<Term> rarest(List<Integer> headline, List<Integer> all) {
    Set<Integer> chosen = new HashSet<>();
    choose(headline, chosen);
    choose(all, chosen);
    return chosen.stream().map(code -> new Term(code, -Math.log(share(code)))).toList();
  }

  private void choose(List<Integer> from, Set<Integer> chosen) {
    List<Integer> rarestFirst = new ArrayList<>(from);
    rarestFirst.sort(Comparator.comparingDouble(this::share));
    double read = 0;
    int taken = 0;
    for (int code : rarestFirst) {
      read += share(code) * problems;
      if (taken > 0 && read > MOST_READ / 2 || taken == MOST_TERMS / 2) {
        return;
      }
      chosen.add(code);
      taken++;
    }
  }

  private double share(int code) {
    return counts.getOrDefault(code, 1L) / (2 + sampled);
  }
}
