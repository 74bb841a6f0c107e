package org.bihuan.acceptance.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Figures of labelled messages and what became of them. */
final class Evaluation {

  private static final int STEPS = 10;

  private final List<Result> results;

  Evaluation(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /** How often a label was given, claimed, and both. */
  private static final class Hits {
    private int support;
    private int claimed;
    private int right;

    double precision() {
      return claimed == 0 ? 0 : (double) right / claimed;
    }

    double recall() {
      return support == 0 ? 0 : (double) right / support;
    }

    double harmonicMean() {
      return support + claimed == 0 ? 0 : 2.0 * right / (support + claimed);
    }
  }

  private List<Result> only(Predicate<Result> wanted) {
    return results.stream().filter(wanted).toList();
  }

  private static Map<String, Hits> hits(
      List<Result> results, Function<Result, String> truth, Function<Result, String> claim) {
    Map<String, Hits> hits = new TreeMap<>();
    for (Result result : results) {
      String given = truth.apply(result);
      String claimed = claim.apply(result);
      hits.computeIfAbsent(given, code -> new Hits()).support++;
      hits.computeIfAbsent(claimed, code -> new Hits()).claimed++;
      if (given.equals(claimed)) {
        hits.get(given).right++;
      }
    }
    return hits;
  }

  private static double macroF1(Map<String, Hits> hits) {
    return hits.values().stream()
        .filter(one -> one.support > 0)
        .mapToDouble(Hits::harmonicMean)
        .average()
        .orElse(0);
  }

  /** Share of those filed by themselves that are right; 1 when none was filed. */
  double precision() {
    List<Result> filed = only(Result::filed);
    return share(filed, one -> one.label().admits(one.category()), 1);
  }

  private static double share(List<Result> of, Predicate<Result> what, double ofNone) {
    return of.isEmpty() ? ofNone : (double) of.stream().filter(what).count() / of.size();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<Result> ours = only(one -> one.label().isOurs());
    List<Result> withCategory = only(one -> one.label().hasCategory());
    lines.add("messages=%d in scope=%d".formatted(results.size(), ours.size()));
    filing(ours, lines);
    Map<String, Hits> categories = hits(withCategory, r -> r.label().category(), Result::category);
    lines.add("");
    lines.add("Categories of messages in scope, whether filed or not");
    table(categories, lines);
    lines.add(
        "macro-F1=%.3f over %d categories, exact=%.3f, exact or alternative=%.3f"
            .formatted(
                macroF1(categories),
                categories.values().stream().filter(one -> one.support > 0).count(),
                share(withCategory, Result::isExact, 0),
                share(withCategory, one -> one.label().admits(one.category()), 0)));
    lines.add("");
    lines.add("Scope");
    Map<String, Hits> scopes =
        hits(
            only(one -> !one.label().scope().equals("UNCLEAR")),
            r -> r.label().scope(),
            Result::scope);
    table(scopes, lines);
    lines.add("");
    lines.add("Calibration of the category, messages in scope");
    calibration(withCategory, Result::confidence, Result::isExact, lines);
    lines.add("Calibration of the scope");
    calibration(
        only(one -> !one.label().scope().equals("UNCLEAR")),
        Result::scopeConfidence,
        one -> one.scope().equals(one.label().scope()),
        lines);
    lines.add(
        "Intent right=%.3f; body right=%.3f of %d of other bodies"
            .formatted(
                share(results, one -> one.intent().equals(one.label().intent()), 0),
                share(
                    only(one -> !one.label().body().isEmpty()),
                    one -> one.body().equals(one.label().body()),
                    0),
                only(one -> !one.label().body().isEmpty()).size()));
    return lines;
  }

  private void filing(List<Result> ours, List<String> lines) {
    List<Result> filed = only(Result::filed);
    Map<String, Integer> waiting = new TreeMap<>();
    only(one -> !one.waitingFor().isEmpty())
        .forEach(one -> waiting.merge(one.waitingFor(), 1, Integer::sum));
    for (Result one : filed) {
      if (!one.label().admits(one.category())) {
        lines.add(
            "  wrong: %s as %s, labelled %s %s"
                .formatted(
                    one.label().id(),
                    one.category(),
                    one.label().scope(),
                    one.label().isOurs() ? one.label().category() : one.label().body()));
      }
    }
    lines.add("waiting=%s".formatted(waiting));
    lines.add(
        "filed by itself=%d right=%.3f (exact %.3f) another body's=%.3f share of those in scope=%.3f"
            .formatted(
                filed.size(),
                precision(),
                share(filed, Result::isExact, 1),
                share(filed, one -> one.label().scope().equals("OTHER_BODY"), 0),
                share(ours, Result::filed, 0)));
  }

  private static void table(Map<String, Hits> hits, List<String> lines) {
    lines.add("  %-22s %7s %9s %7s %5s".formatted("", "support", "precision", "recall", "F1"));
    hits.forEach(
        (code, one) ->
            lines.add(
                "  %-22s %7d %9.2f %7.2f %5.2f"
                    .formatted(
                        code, one.support, one.precision(), one.recall(), one.harmonicMean())));
  }

  private static void calibration(
      List<Result> of,
      ToDoubleFunction<Result> confidence,
      Predicate<Result> right,
      List<String> lines) {
    double error = 0;
    for (int step = 0; step < STEPS; step++) {
      int from = step;
      List<Result> in =
          of.stream()
              .filter(
                  one -> Math.min(STEPS - 1, (int) (confidence.applyAsDouble(one) * STEPS)) == from)
              .toList();
      if (!in.isEmpty()) {
        double said = in.stream().mapToDouble(confidence).average().orElse(0);
        double was = share(in, right, 0);
        error += Math.abs(said - was) * in.size() / of.size();
        lines.add(
            "  %.1f-%.1f messages=%d said=%.2f right=%.2f"
                .formatted(step / 10.0, (step + 1) / 10.0, in.size(), said, was));
      }
    }
    lines.add("  expected calibration error=%.3f".formatted(error));
  }
}
