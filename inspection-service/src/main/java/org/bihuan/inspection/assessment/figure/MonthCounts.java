package org.bihuan.inspection.assessment.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.entry.AssessedItems;
import org.bihuan.inspection.assessment.entry.Deductions;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.time.Month;

/** Counts a month, in one query for each cohort and one for the deductions. */
@ApplicationScoped
public class MonthCounts {

  private final AssessedItems items;
  private final Deductions deductions;

  MonthCounts(AssessedItems items, Deductions deductions) {
    this.items = items;
    this.deductions = deductions;
  }

  /** Everyone of whom there is anything to count, by code. */
  public Map<String, Counts> of(Book book, Month month, Assessed assessed) {
    Map<String, Counts> counts = new TreeMap<>();
    for (Cohort cohort : Cohort.values()) {
      count(cohort, book, month, assessed, counts);
    }
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

  /** The deductions of a month that count. */
  public static Criteria deducted(Book book, Month month) {
    return new Criteria()
        .equal("book", book.name())
        .equal("deducted.exempt", false)
        .from("deducted.deductedAt", month.from())
        .before("deducted.deductedAt", month.to());
  }

  private static Criteria doubled(Criteria all) {
    return all.part().equal("deducted.doubled", true);
  }

  private void count(
      Cohort cohort, Book book, Month month, Assessed assessed, Map<String, Counts> counts) {
    List<FigureKind> kinds =
        Arrays.stream(FigureKind.values()).filter(kind -> kind.cohort() == cohort).toList();
    Criteria all = cohort.in(book, month, false);
    List<Criteria> parts =
        kinds.stream()
            .flatMap(
                kind -> Arrays.stream(Part.values()).map(part -> kind.narrow(all.part(), part)))
            .toList();
    for (Object[] row : items.count(all, parts, assessed.itemPath())) {
      for (int i = 0; i < kinds.size(); i++) {
        FigureKind kind = kinds.get(i);
        long numerator = (Long) row[2 + 2 * i];
        long denominator = (Long) row[3 + 2 * i];
        at(counts, row[0], own -> own.add(kind, (String) row[1], numerator, denominator));
      }
    }
  }

  /** What lies in no sub-district is of none. */
  private static void at(Map<String, Counts> counts, Object code, Consumer<Counts> add) {
    if (code != null) {
      add.accept(counts.computeIfAbsent((String) code, any -> new Counts()));
    }
  }
}
