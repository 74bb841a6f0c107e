package org.bihuan.inspection.assessment.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import org.bihuan.contract.UnitName;
import org.bihuan.inspection.assessment.entry.AssessedItems;
import org.bihuan.inspection.assessment.entry.Deductions;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.AssessedMonths;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.Month;

/** Shows the rows behind the figures of a month. */
@ApplicationScoped
@Transactional
class EntryDesk {

  private final AssessedMonths months;
  private final AssessedItems items;
  private final Deductions deductions;
  private final AssessmentSight sight;
  private final Units units;

  EntryDesk(
      AssessedMonths months,
      AssessedItems items,
      Deductions deductions,
      AssessmentSight sight,
      Units units) {
    this.months = months;
    this.items = items;
    this.deductions = deductions;
    this.sight = sight;
    this.units = units;
  }

  Page<EntryView> items(Month month, EntryFilter filter) {
    Function<String, UnitName> named = units.named();
    return items
        .page(filter.narrow(months.of(month), sight), filter)
        .map(item -> EntryView.of(item, named));
  }

  Page<DeductionView> deductions(Month month, DeductionFilter filter) {
    AssessedMonth assessed = months.of(month);
    Function<String, UnitName> named = units.named();
    return deductions
        .page(filter.narrow(assessed, sight), filter)
        .map(deduction -> DeductionView.of(deduction, assessed.formula(), named));
  }
}
