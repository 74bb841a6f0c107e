package org.bihuan.acceptance.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was sent, act by act, and what went wrong. */
final class DemoTally {

  private static final int NAMED = 10;

  private final Map<String, Long> done = new TreeMap<>();
  private final Map<String, Long> failed = new TreeMap<>();
  private final List<String> first = new ArrayList<>();

  synchronized void done(String act) {
    done.merge(act, 1L, Long::sum);
  }

  /**
   * An act that did not succeed.
   *
   * @param code of the refusal, or what kind of failure it was
   * @param detail what to look at
   */
  synchronized void failed(String act, String code, String detail) {
    failed.merge(act + " " + code, 1L, Long::sum);
    if (first.size() < NAMED) {
      first.add(act + " " + code + ": " + detail);
    }
  }

  synchronized boolean isClean() {
    return failed.isEmpty();
  }

  synchronized long requests() {
    return done.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One line for each act, then one for each kind of failure and the first failures in full. */
  synchronized String toText() {
    StringBuilder text = new StringBuilder();
    done.forEach((act, count) -> text.append(row(act, count)));
    failed.forEach((what, count) -> text.append(row("FAILED " + what, count)));
    first.forEach(failure -> text.append("  ").append(failure).append('\n'));
    return text.toString();
  }

  static String row(String label, long count) {
    return String.format("  %-60s%8d%n", label, count);
  }
}
