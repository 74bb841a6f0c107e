package org.bihuan.inspection.assessment.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.closing.MonthClosings;
import org.bihuan.inspection.assessment.formula.Formulas;
import org.bihuan.kit.time.Month;

/** Months, closed or open, with their formula. */
@ApplicationScoped
public class AssessedMonths {

  private final MonthClosings closings;
  private final Formulas formulas;

  AssessedMonths(MonthClosings closings, Formulas formulas) {
    this.closings = closings;
    this.formulas = formulas;
  }

  public AssessedMonth of(Month month) {
    return closings
        .of(month)
        .map(
            closing ->
                new AssessedMonth(month, closing, formulas.version(closing.formulaVersion())))
        .orElseGet(() -> new AssessedMonth(month, null, formulas.inForce(month)));
  }

  /** Closes a month that is open, by its formula. */
  public MonthClosing close(AssessedMonth open, Actor by, Instant now) {
    MonthClosing closing = MonthClosing.of(open.month(), open.formula().version(), by, now);
    closings.persistAndFlush(closing);
    return closing;
  }
}
