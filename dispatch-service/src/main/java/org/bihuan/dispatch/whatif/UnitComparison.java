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
 * @param actualOpen how many of its items were open at once: each from the start of its limit until
 *     its clock stood for the last time
 * @param supposedOpen how many would have been, had each used the same share of its limit; one that
 *     is open still stays so
 */
public record UnitComparison(
    @NotNull String unitCode,
    @NotNull String unitName,
    int limits,
    @NotNull Tally actual,
    @NotNull Tally supposed,
    @NotNull OpenAtOnce actualOpen,
    @NotNull OpenAtOnce supposedOpen) {

  static UnitComparison none(String code, String name) {
    return new UnitComparison(
        code, name, 0, Tally.NONE, Tally.NONE, OpenAtOnce.NONE, OpenAtOnce.NONE);
  }

  UnitComparison with(Tally was, Tally wouldBe) {
    return new UnitComparison(
        unitCode,
        unitName,
        limits + 1,
        actual.plus(was),
        supposed.plus(wouldBe),
        actualOpen,
        supposedOpen);
  }

  UnitComparison with(OpenAtOnce was, OpenAtOnce wouldBe) {
    return new UnitComparison(unitCode, unitName, limits, actual, supposed, was, wouldBe);
  }
}
