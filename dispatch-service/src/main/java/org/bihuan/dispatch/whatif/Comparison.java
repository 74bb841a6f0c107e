package org.bihuan.dispatch.whatif;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.dispatch.history.LimitRun;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.sla.calendar.CountedTime.Stretch;
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

  private final Stretch period;
  private final Instant now;
  private final Rules actual;
  private final Rules supposed;
  private final Map<String, UnitComparison> units = new TreeMap<>();
  private final Map<String, List<Stretch>> actuallyOpen = new HashMap<>();
  private final Map<String, List<Stretch>> supposedlyOpen = new HashMap<>();

  /**
   * Starts with nothing.
   *
   * @param now at which the limits were read: a clock that ran until then runs on
   * @param actual the rules as they were
   * @param supposed those that take their place
   */
  Comparison(Stretch period, Instant now, Rules actual, Rules supposed) {
    this.period = period;
    this.now = now;
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
    return !run.startedAt().isBefore(period.from())
        && run.startedAt().isBefore(period.to())
        && actual.of(run.ruleVersion()).isPresent();
  }

  private void add(AssignedUnit unit, LimitRun run) {
    UnitComparison before =
        units.getOrDefault(unit.code(), UnitComparison.none(unit.code(), unit.name()));
    Rule other = supposed.of(run.ruleVersion()).orElseThrow();
    Rule own = actual.of(run.ruleVersion()).orElseThrow();
    Tally was = own.tally(run, run.length());
    Tally wouldBe = other.tally(run, other.length(run.begunBy()));
    units.put(unit.code(), before.with(was, wouldBe));
    if (!run.running().isEmpty()) {
      Instant end = run.running().get(run.running().size() - 1).to();
      Instant supposedEnd = end.equals(now) ? end : supposedEnd(run, own, other);
      add(actuallyOpen, unit, new Stretch(run.startedAt(), end));
      add(supposedlyOpen, unit, new Stretch(run.startedAt(), supposedEnd));
    }
  }

  /** Who has used a share of the limit is taken to use the same share of the other. */
  private static Instant supposedEnd(LimitRun run, Rule own, Rule other) {
    Duration whole = run.length().plus(run.extended());
    Duration otherWhole = other.length(run.begunBy()).plus(run.extended());
    long nanos =
        nanos(own.used(run)).multiply(nanos(otherWhole)).divide(nanos(whole)).longValueExact();
    return other.end(run, Duration.ofNanos(nanos));
  }

  private static BigInteger nanos(Duration duration) {
    return BigInteger.valueOf(duration.toNanos());
  }

  private static void add(Map<String, List<Stretch>> open, AssignedUnit unit, Stretch stretch) {
    open.computeIfAbsent(unit.code(), none -> new ArrayList<>()).add(stretch);
  }

  WhatIfView view() {
    Comparator<UnitComparison> byChange =
        Comparator.comparingInt(
            unit -> -Math.abs(unit.supposed().overdue() - unit.actual().overdue()));
    return WhatIfView.of(
        units.values().stream()
            .map(this::withOpenItems)
            .sorted(byChange.thenComparing(UnitComparison::unitCode))
            .toList());
  }

  private UnitComparison withOpenItems(UnitComparison unit) {
    return unit.with(
        OpenAtOnce.of(actuallyOpen.getOrDefault(unit.unitCode(), List.of()), period),
        OpenAtOnce.of(supposedlyOpen.getOrDefault(unit.unitCode(), List.of()), period));
  }
}
