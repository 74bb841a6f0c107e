package org.bihuan.inspection.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.entry.Deduction;
import org.bihuan.inspection.assessment.entry.Deductions;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.assessment.figure.AssessedMonth;
import org.bihuan.inspection.assessment.figure.AssessedMonths;
import org.bihuan.inspection.assessment.figure.Counts;
import org.bihuan.inspection.assessment.figure.ScorePolicy;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;
import org.bihuan.kit.time.Month;

/** Computes the rows of a month. */
@ApplicationScoped
class MonthRows {

  /** As many deductions as stand in a row; all of them are in its list. */
  private static final int MOST_DEDUCTIONS = 200;

  private static final int YEAR = 12;

  private final MonthCounts counter;
  private final Deductions deductions;
  private final AssessedMonths months;
  private final ClosedRows closed;
  private final Units units;
  private final Subdistricts subdistricts;

  MonthRows(
      MonthCounts counter,
      Deductions deductions,
      AssessedMonths months,
      ClosedRows closed,
      Units units,
      Subdistricts subdistricts) {
    this.counter = counter;
    this.deductions = deductions;
    this.months = months;
    this.closed = closed;
    this.units = units;
    this.subdistricts = subdistricts;
  }

  /** Everyone of whom there is anything to count, those with a place first. */
  List<AssessmentRow> of(AssessedMonth month, Assessed assessed) {
    if (month.isClosed()) {
      return closed.of(month.month(), assessed);
    }
    Map<String, Counts> counts = counter.of(Book.LIVE, month.month(), assessed);
    return RankPolicy.order(rows(month, assessed, Book.LIVE, counts, counts));
  }

  /**
   * Keeps the rows of a month that is being closed.
   *
   * @return how many units there are
   */
  int keep(AssessedMonth open) {
    keep(open, Assessed.SUBDISTRICT);
    return keep(open, Assessed.UNIT);
  }

  private int keep(AssessedMonth open, Assessed assessed) {
    List<AssessmentRow> rows = of(open, assessed);
    closed.keep(open.month(), assessed, rows);
    return rows.size();
  }

  /** Those of a closed month of whom something else became known later, as it would be now. */
  List<AssessmentRow> corrections(AssessedMonth month, Assessed assessed) {
    if (!month.isClosed() || !counter.has(month.corrected())) {
      return List.of();
    }
    Map<String, AssessmentRow> frozen = new HashMap<>();
    closed.of(month.month(), assessed).forEach(row -> frozen.put(row.code(), row));
    Map<String, Counts> counts = counter.of(month.corrected(), month.month(), assessed);
    // Of whom nothing counts any more, that is the correction.
    frozen.keySet().forEach(code -> counts.putIfAbsent(code, new Counts()));
    Map<String, Counts> district = counter.of(month.book(), month.month(), assessed);
    return rows(month, assessed, month.corrected(), counts, district).stream()
        .filter(row -> !frozen.containsKey(row.code()) || !row.counts(frozen.get(row.code())))
        .map(row -> row.at(null))
        .toList();
  }

  private List<AssessmentRow> rows(
      AssessedMonth month,
      Assessed assessed,
      Book book,
      Map<String, Counts> counts,
      Map<String, Counts> district) {
    ScorePolicy scores = new ScorePolicy(month.formula(), district.values());
    RowWriting writing =
        new RowWriting(
            month,
            assessed,
            !book.equals(month.book()),
            scores,
            names(assessed),
            latest(book, month.month(), assessed),
            scores(month.month().minus(1), assessed),
            scores(month.month().minus(YEAR), assessed));
    return counts.entrySet().stream()
        .map(own -> writing.row(own.getKey(), own.getValue()))
        .toList();
  }

  private Map<String, List<Deduction>> latest(Book book, Month month, Assessed assessed) {
    return deductions.latest(book, month, assessed.deductionPath(), MOST_DEDUCTIONS).stream()
        .filter(deduction -> code(deduction, assessed) != null)
        .collect(Collectors.groupingBy(deduction -> code(deduction, assessed)));
  }

  private static String code(Deduction deduction, Assessed assessed) {
    return assessed == Assessed.UNIT ? deduction.unitCode() : deduction.subject().subdistrictCode();
  }

  /** What everyone scored in another month. */
  private Map<String, BigDecimal> scores(Month month, Assessed assessed) {
    AssessedMonth other = months.of(month);
    Map<String, BigDecimal> scored = new HashMap<>();
    if (other.isClosed()) {
      closed.of(month, assessed).forEach(row -> scored.put(row.code(), row.score()));
      return scored;
    }
    Map<String, Counts> counts = counter.of(Book.LIVE, month, assessed);
    ScorePolicy scores = new ScorePolicy(other.formula(), counts.values());
    counts.forEach((code, own) -> scored.put(code, scores.score(own)));
    return scored;
  }

  private Map<String, String> names(Assessed assessed) {
    return assessed == Assessed.UNIT ? units.names() : subdistricts.names();
  }
}
