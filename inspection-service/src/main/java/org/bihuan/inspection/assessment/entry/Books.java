package org.bihuan.inspection.assessment.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.figure.CountTable;
import org.bihuan.inspection.assessment.figure.CountTable.Cell;
import org.bihuan.inspection.assessment.figure.CountTable.Change;
import org.bihuan.kit.time.Month;

/** Writes entries. */
@ApplicationScoped
class Books {

  private final AssessedItems items;
  private final Deductions deductions;
  private final CountTable counts;

  Books(AssessedItems items, Deductions deductions, CountTable counts) {
    this.items = items;
    this.deductions = deductions;
    this.counts = counts;
  }

  /** Makes the entries about these problems say what the facts say, and counts them anew. */
  void write(Book book, Collection<UUID> problems, Collection<Tenure> tenures) {
    Map<Cell, Change> changes = new HashMap<>();
    items
        .counts(book, problems)
        .forEach((cell, before) -> changes.put(cell, Change.NONE.minus(before)));
    Open open = open(book, problems);
    tenures.forEach(open::write);
    items.counts(book, problems).forEach((cell, after) -> changes.merge(cell, after, Change::plus));
    counts.add(book, changes);
  }

  /** The entries about these problems in a book, with their deductions. */
  Open open(Book book, Collection<UUID> problems) {
    return new Open(
        book,
        items.of(book, problems).stream()
            .collect(Collectors.toMap(AssessedItem::entry, Function.identity())),
        deductions.of(book, problems).stream()
            .collect(Collectors.toMap(Deduction::entry, Function.identity())));
  }

  /** Writes a month down, as its entries are now. */
  void close(Month month) {
    items.flush();
    items.close(month);
    deductions.close(month);
    counts.copy(Book.LIVE, Book.closed(month), month);
  }

  /** Begins the corrected book of a month, unless there is one. */
  void correct(Month month) {
    items.flush();
    if (!items.has(Book.corrected(month)) && !deductions.has(Book.corrected(month))) {
      items.correct(month);
      deductions.correct(month);
      counts.copy(Book.closed(month), Book.corrected(month), month);
    }
  }

  /** What a book says of some problems. */
  final class Open {

    private final Book book;
    private final Map<UUID, AssessedItem> found;
    private final Map<UUID, Deduction> deducted;

    private Open(Book book, Map<UUID, AssessedItem> found, Map<UUID, Deduction> deducted) {
      this.book = book;
      this.found = found;
      this.deducted = deducted;
    }

    /** The same about what the entry was about when it was written here. */
    Tenure asClosed(Tenure tenure) {
      AssessedItem item = found.get(tenure.entry());
      return item == null ? tenure : tenure.about(item.subject());
    }

    /** This book where it has the entry, or the other one. */
    Open orElse(Open other, Tenure tenure) {
      return found.containsKey(tenure.entry()) ? this : other;
    }

    private void write(Tenure tenure) {
      AssessedItem item = found.get(tenure.entry());
      if (item == null) {
        items.persist(AssessedItem.of(book, tenure));
      } else {
        item.take(tenure);
      }
      tenure.deductions().keySet().forEach(entry -> write(tenure, entry));
    }

    private void write(Tenure tenure, UUID entry) {
      Deduction deduction = deducted.get(entry);
      if (deduction == null) {
        deductions.persist(Deduction.of(book, entry, tenure));
      } else {
        deduction.take(tenure);
      }
    }

    /** Whether it says of a month what the facts say. */
    boolean says(Tenure tenure, Month month) {
      AssessedItem item = found.get(tenure.entry());
      boolean itemSaid = item == null ? !tenure.touches(month) : item.says(tenure);
      return itemSaid
          && tenure.deductionsIn(month).stream()
              .allMatch(entry -> deducted.containsKey(entry) && deducted.get(entry).says(tenure));
    }
  }
}
