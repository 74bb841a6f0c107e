package org.bihuan.inspection.assessment.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.closing.MonthClosings;
import org.bihuan.inspection.assessment.fact.Changes;
import org.bihuan.kit.time.Month;

/**
 * Makes the entries of a problem anew, from all its facts, whenever there is a new one. Of several
 * replicas one at a time does. What came too late for a month that is closed goes into the
 * corrected book of that month.
 */
@ApplicationScoped
public class EntryKeeper {

  private static final int BATCH = 500;

  private final Changes changes;
  private final Histories histories;
  private final Books books;
  private final MonthClosings closings;

  EntryKeeper(Changes changes, Histories histories, Books books, MonthClosings closings) {
    this.changes = changes;
    this.histories = histories;
    this.books = books;
    this.closings = closings;
  }

  /** Works off what has come since. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void keepUp() {
    while (QuarkusTransaction.requiringNew().call(() -> changes.tryToHold() && workOff())) {
      // Each batch is a transaction of its own, so that a closing never waits for long.
    }
  }

  /**
   * Works off everything within the running transaction, so that it reads the newest entries; until
   * its end nobody else does.
   */
  public void catchUp() {
    changes.hold();
    while (workOff()) {
      // Until nothing is left.
    }
  }

  /** Writes a month down as its entries are now, after {@link #catchUp}. */
  public void close(Month month) {
    books.close(month);
  }

  /** Whether there may be more to do. */
  private boolean workOff() {
    Map<UUID, Instant> taken = changes.take(BATCH);
    if (taken.isEmpty()) {
      return false;
    }
    List<ItemHistory> found = histories.of(taken.keySet());
    books.write(
        Book.LIVE,
        taken.keySet(),
        found.stream().flatMap(history -> history.tenures().stream()).toList());
    closings.all().forEach(closing -> correct(closing, found, taken));
    return true;
  }

  private void correct(MonthClosing closing, List<ItemHistory> found, Map<UUID, Instant> taken) {
    List<ItemHistory> late =
        found.stream()
            .filter(history -> !taken.get(history.problemId()).isAfter(closing.closedAt()))
            .toList();
    if (late.isEmpty()) {
      return;
    }
    Month month = closing.month();
    List<UUID> problems = late.stream().map(ItemHistory::problemId).distinct().toList();
    Books.Open closed = books.open(Book.closed(month), problems);
    Books.Open corrected = books.open(Book.corrected(month), problems);
    late.stream()
        .flatMap(history -> history.until(closing.closedAt()).tenures().stream())
        .map(tenure -> closed.asClosed(tenure))
        .filter(tenure -> !corrected.orElse(closed, tenure).says(tenure, month))
        .forEach(tenure -> correct(month, tenure));
  }

  private void correct(Month month, Tenure tenure) {
    books.correct(month);
    books.write(Book.corrected(month), List.of(tenure.subject().problemId()), List.of(tenure));
  }
}
