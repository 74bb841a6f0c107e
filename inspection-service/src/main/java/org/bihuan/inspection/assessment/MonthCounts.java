package org.bihuan.inspection.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.entry.AssessedItems;
import org.bihuan.inspection.assessment.entry.Deductions;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.assessment.figure.CountTable;
import org.bihuan.inspection.assessment.figure.Counts;
import org.bihuan.inspection.assessment.figure.FigureKind;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.time.Month;

/** What was counted of a month, in two queries. */
@ApplicationScoped
class MonthCounts {

  private final CountTable table;
  private final AssessedItems items;
  private final Deductions deductions;

  MonthCounts(CountTable table, AssessedItems items, Deductions deductions) {
    this.table = table;
    this.items = items;
    this.deductions = deductions;
  }

  /** Whether anything is in a book, be it that nothing of it counts. */
  boolean has(Book book) {
    return items.has(book) || deductions.has(book);
  }

  /** Everyone of whom there is anything to count, by code. */
  Map<String, Counts> of(Book book, Month month, Assessed assessed) {
    Map<String, Counts> counts = new TreeMap<>();
    table
        .of(book, month, assessed)
        .forEach(
            row ->
                at(
                    counts,
                    row[1],
                    own ->
                        own.add(
                            FigureKind.valueOf((String) row[0]),
                            (String) row[2],
                            (Long) row[3],
                            (Long) row[4])));
    Criteria all = deducted(book, month);
    deductions
        .count(all, List.of(doubled(all), all.part()), assessed.deductionPath())
        .forEach(
            row ->
                at(
                    counts,
                    row[0],
                    (own) -> own.add((DeductionKind) row[1], (Long) row[2], (Long) row[3])));
    return counts;
  }

  private static Criteria deducted(Book book, Month month) {
    return new Criteria()
        .equal("book", book.name())
        .equal("deducted.exempt", false)
        .from("deducted.deductedAt", month.from())
        .before("deducted.deductedAt", month.to());
  }

  private static Criteria doubled(Criteria all) {
    return all.part().equal("deducted.doubled", true);
  }

  /** What lies in no sub-district is of none. */
  private static void at(Map<String, Counts> counts, Object code, Consumer<Counts> add) {
    if (code != null) {
      add.accept(counts.computeIfAbsent((String) code, any -> new Counts()));
    }
  }
}
