package org.bihuan.inspection.assessment.formula;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.closing.MonthClosings;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.time.Month;

/** Shows the versions of the formula, and sets the next one. */
@ApplicationScoped
@Transactional
class FormulaDesk {

  private final Formulas formulas;
  private final MonthClosings closings;
  private final Caller caller;
  private final Clock clock;

  FormulaDesk(Formulas formulas, MonthClosings closings, Caller caller, Clock clock) {
    this.formulas = formulas;
    this.closings = closings;
    this.caller = caller;
    this.clock = clock;
  }

  Page<FormulaView> page(FormulaFilter filter) {
    return formulas.page(filter).map(FormulaView::of);
  }

  /**
   * Sets the next version.
   *
   * @throws Invalid {@code weights-not-one}
   * @throws Conflict {@code month-closed} when a month that it is for is closed
   */
  FormulaView set(NewFormula asked) {
    if (asked.weights().sum().compareTo(BigDecimal.ONE) != 0) {
      throw new Invalid("weights", "weights-not-one");
    }
    closedSince(Month.read(asked.fromMonth()))
        .ifPresent(
            closing -> {
              throw new Conflict("month-closed", closing.month());
            });
    Formula set = Formula.of(formulas.next(), asked, caller.actor(), clock.instant());
    formulas.persistAndFlush(set);
    return FormulaView.of(set);
  }

  private Optional<MonthClosing> closedSince(Month from) {
    return closings.all().stream()
        .filter(closing -> closing.month().compareTo(from) >= 0)
        .findFirst();
  }
}
