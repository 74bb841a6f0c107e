package org.bihuan.dispatch.whatif;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What would have been late under other rules.
 *
 * @param limits how many limits began in the period
 * @param actual what became of them
 * @param supposed what would have become of them
 * @param units the same for every unit that had one, the greatest change of overdue limits first
 */
public record WhatIfView(
    int limits,
    @NotNull Tally actual,
    @NotNull Tally supposed,
    @NotNull List<UnitComparison> units) {

  static WhatIfView of(List<UnitComparison> units) {
    return new WhatIfView(
        units.stream().mapToInt(UnitComparison::limits).sum(),
        units.stream().map(UnitComparison::actual).reduce(Tally.NONE, Tally::plus),
        units.stream().map(UnitComparison::supposed).reduce(Tally.NONE, Tally::plus),
        units);
  }
}
