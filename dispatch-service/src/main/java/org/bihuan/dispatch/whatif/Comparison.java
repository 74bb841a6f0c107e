package org.bihuan.dispatch.whatif;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.dispatch.history.LimitRun;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * Tallies limits under the rules that made them and under those supposed. Pure.
 *
 * <p>Limits that were under way before the item went to the unit that leads it now were another
 * unit's, which has given it back; nobody is measured by them.
 */
final class Comparison {

  private static final Set<ItemAction> GIVE_TO_A_UNIT =
      Set.of(ItemAction.ISSUE, ItemAction.ASSIGN, ItemAction.REISSUE);

  private final Instant from;
  private final Instant to;
  private final Rules actual;
  private final Rules supposed;
  private final Map<String, UnitComparison> units = new TreeMap<>();

  /**
   * Starts with nothing.
   *
   * @param actual the rules as they were
   * @param supposed those that take their place
   */
  Comparison(Instant from, Instant to, Rules actual, Rules supposed) {
    this.from = from;
    this.to = to;
    this.actual = actual;
    this.supposed = supposed;
  }

  /** Adds the limits of an item which {@code unit} leads. */
  void add(AssignedUnit unit, List<LimitRun> limits) {
    int first = limits.size() - 1;
    while (first > 0 && !GIVE_TO_A_UNIT.contains(limits.get(first).begunBy())) {
      first--;
    }
    limits.stream()
        .skip(Math.max(first, 0))
        .filter(this::isCompared)
        .forEach(run -> add(unit, run));
  }

  private boolean isCompared(LimitRun run) {
    return !run.startedAt().isBefore(from)
        && run.startedAt().isBefore(to)
        && actual.of(run.ruleVersion()).isPresent();
  }

  private void add(AssignedUnit unit, LimitRun run) {
    UnitComparison before =
        units.getOrDefault(unit.code(), UnitComparison.none(unit.code(), unit.name()));
    Rule other = supposed.of(run.ruleVersion()).orElseThrow();
    Tally was = actual.of(run.ruleVersion()).orElseThrow().tally(run, run.length());
    Tally wouldBe = other.tally(run, other.length(run.begunBy()));
    units.put(unit.code(), before.with(was, wouldBe));
  }

  WhatIfView view() {
    Comparator<UnitComparison> byChange =
        Comparator.comparingInt(
            unit -> -Math.abs(unit.supposed().overdue() - unit.actual().overdue()));
    return WhatIfView.of(
        units.values().stream().sorted(byChange.thenComparing(UnitComparison::unitCode)).toList());
  }
}
