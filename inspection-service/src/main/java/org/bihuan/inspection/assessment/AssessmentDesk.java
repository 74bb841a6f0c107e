package org.bihuan.inspection.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.AssessedMonths;
import org.bihuan.inspection.assessment.formula.FormulaView;
import org.bihuan.inspection.assessment.listing.AssessmentSight;
import org.bihuan.kit.time.Month;

/** Shows the assessment of a month. */
@ApplicationScoped
@Transactional
public class AssessmentDesk {

  private final AssessedMonths months;
  private final MonthRows rows;
  private final AssessmentSight sight;
  private final Clock clock;

  AssessmentDesk(AssessedMonths months, MonthRows rows, AssessmentSight sight, Clock clock) {
    this.months = months;
    this.rows = rows;
    this.sight = sight;
    this.clock = clock;
  }

  /** The assessment of units for {@code null}. */
  public AssessmentView read(Month month, Assessed asked) {
    sight.refuseUnnamed();
    Assessed assessed = asked == null ? Assessed.UNIT : asked;
    AssessedMonth found = months.of(month);
    MonthClosing closing = found.closing();
    Instant now = clock.instant();
    return new AssessmentView(
        month.toString(),
        assessed,
        found.isClosed() ? AssessmentStatus.CLOSED : AssessmentStatus.OPEN,
        FormulaView.of(found.formula()),
        closing == null ? now : closing.closedAt(),
        closing == null ? null : closing.closedAt(),
        closing == null ? null : closing.closedBy(),
        rows.of(found, assessed).stream()
            .filter(row -> found.isClosed() || sight.sees(assessed, row.code()))
            .map(row -> sight.sees(assessed, row.code()) ? row : row.published())
            .toList(),
        corrections(found, assessed));
  }

  private List<AssessmentRow> corrections(AssessedMonth month, Assessed assessed) {
    return rows.corrections(month, assessed).stream()
        .filter(row -> sight.sees(assessed, row.code()))
        .toList();
  }
}
