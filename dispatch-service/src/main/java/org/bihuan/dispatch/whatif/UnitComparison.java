package org.bihuan.dispatch.whatif;

import jakarta.validation.constraints.NotNull;

/**
 * What the other rules would have changed for a unit.
 *
 * @param unitCode unit that leads the items now
 * @param unitName its name when it got the first of them
 * @param limits how many limits of it began in the period
 * @param actual what became of them
 * @param supposed what would have become of them
 */
public record UnitComparison(
    @NotNull String unitCode,
    @NotNull String unitName,
    int limits,
    @NotNull Tally actual,
    @NotNull Tally supposed) {

  static UnitComparison none(String code, String name) {
    return new UnitComparison(code, name, 0, Tally.NONE, Tally.NONE);
  }

  UnitComparison with(Tally was, Tally wouldBe) {
    return new UnitComparison(
        unitCode, unitName, limits + 1, actual.plus(was), supposed.plus(wouldBe));
  }
}
