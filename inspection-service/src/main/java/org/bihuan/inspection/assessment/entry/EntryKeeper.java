package org.bihuan.inspection.assessment.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.inspection.assessment.closing.Book;
import org.bihuan.inspection.assessment.closing.MonthClosing;
import org.bihuan.inspection.assessment.closing.MonthClosings;
import org.bihuan.inspection.assessment.fact.Changes;
import org.bihuan.kit.time.Month;
import org.jboss.logging.Logger;

/**
 * Makes the entries of a problem anew, from all its facts, whenever there is a new one. Of several
 * replicas one at a time does. What came too late for a month that is closed goes into the
 * corrected book of that month. A problem whose entries cannot be made does not stop the others: it
 * is put off, tried again every few minutes, and shown as a metric.
 */
@ApplicationScoped
public class EntryKeeper {

  /**
   * Seconds that a transaction may last in which a month is written down or entries catch up: a
   * large month has a million of them.
   */
  public static final int LONGEST = 600;

  private static final Logger LOG = Logger.getLogger(EntryKeeper.class);
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
    int most = BATCH;
    while (most > 0) {
      // Each batch is a transaction of its own, so that a closing never waits for long.
      most = keepUp(most);
    }
  }

  /**
   * Works off up to {@code most}. When that fails, half of it is tried, and so on down to the
   * problem that is at fault, which is put off.
   *
   * @return how many to try next; 0 when nothing is left
   */
  private int keepUp(int most) {
    Map<UUID, Instant> taken = new HashMap<>();
    try {
      return QuarkusTransaction.requiringNew()
          .timeout(LONGEST)
          .call(
              () -> {
                if (changes.tryToHold()) {
                  taken.putAll(changes.take(most));
                }
                return workOff(taken) ? BATCH : 0;
              });
    } catch (RuntimeException e) {
      if (taken.size() > 1) {
        return taken.size() / 2;
      }
      // Without a problem the database is away, and the next second tries again.
      UUID problem = taken.keySet().stream().findFirst().orElseThrow(() -> e);
      LOG.errorf(e, "The entries of problem %s could not be made and are put off", problem);
      QuarkusTransaction.requiringNew().run(() -> changes.putOff(problem));
      return BATCH;
    }
  }

  /**
   * Works off everything within the running transaction, so that it reads the newest entries; until
   * its end nobody else does. What was put off stays so: of a month that is closed meanwhile it
   * becomes a correction.
   */
  public void catchUp() {
    changes.hold();
    while (workOff(changes.takeSound(BATCH))) {
      // Until nothing is left.
    }
  }

  /** Writes a month down as its entries are now, after {@link #catchUp}. */
  public void close(Month month) {
    books.close(month);
  }

  /** Whether there may be more to do. */
  private boolean workOff(Map<UUID, Instant> taken) {
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
    List<Tenure> other =
        late.stream()
            .flatMap(history -> history.until(closing.closedAt()).tenures().stream())
            .map(tenure -> closed.asClosed(tenure))
            .filter(tenure -> !corrected.orElse(closed, tenure).says(tenure, month))
            .toList();
    if (!other.isEmpty()) {
      books.correct(month);
      books.write(Book.corrected(month), problems, other);
    }
  }
}
