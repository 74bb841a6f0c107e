package org.bihuan.acceptance.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run came to: its figures in order, and every promise that did not hold. */
final class ChaosReport {

  private static final int MOST_SHOWN = 10;

  /** In the order of the last line; those that a run did not look at are left out. */
  private static final List<String> FIGURES =
      List.of(
          "seed",
          "brokers",
          "databases",
          "faults",
          "acked",
          "stored",
          "items",
          "photos",
          "missing",
          "duplicated",
          "inversions",
          "late_max",
          "repeated",
          "twins",
          "repetitions",
          "timers",
          "timer_late_max",
          "poison",
          "parked",
          "freed",
          "jumped",
          "jump_took",
          "ledger",
          "mutations",
          "found",
          "sustainable",
          "overload",
          "overload_answers",
          "recovery");

  private final Map<String, Object> figures = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  /** Notes a figure; {@code name} is one of the names above. */
  void figure(String name, Object value) {
    if (!FIGURES.contains(name)) {
      throw new IllegalArgumentException("no such figure: " + name);
    }
    figures.put(name, value instanceof Duration time ? time.toMillis() + "ms" : value);
  }

  /**
   * Names the promise when anything breaks it.
   *
   * @param promise as docs/reliability.md names it, with the words that say what was found
   */
  void require(String promise, List<String> breaches) {
    if (!breaches.isEmpty()) {
      broken.add(
          promise
              + " ("
              + breaches.size()
              + "): "
              + String.join("; ", breaches.subList(0, Math.min(MOST_SHOWN, breaches.size()))));
    }
  }

  void require(String promise, Set<String> breaches) {
    require(promise, breaches.stream().sorted().toList());
  }

  void require(String promise, Duration time, Duration most) {
    if (time.compareTo(most) > 0) {
      broken.add(promise + ": " + time.toMillis() + " ms, at most " + most.toMillis());
    }
  }

  /** Names the promise when less was done than is needed to show it. */
  void requireAtLeast(String promise, long number, long least) {
    if (number < least) {
      broken.add(promise + ": " + number + ", at least " + least);
    }
  }

  /** Promises that did not hold, each with what was found. */
  List<String> broken() {
    return broken;
  }

  /** {@code null} when the run did not look at it. */
  Object figure(String name) {
    return figures.get(name);
  }

  /** The run as a row of the table in docs/reliability.md. */
  String row(String machine, int minutes) {
    return "| "
        + String.join(
            " | ",
            machine,
            String.valueOf(minutes),
            "`" + line() + "`",
            broken.isEmpty() ? "none" : String.join("; ", broken).replace("|", "/"))
        + " |";
  }

  String line() {
    return FIGURES.stream()
        .filter(figures::containsKey)
        .map(name -> name + "=" + figures.get(name))
        .collect(Collectors.joining(" "));
  }
}
