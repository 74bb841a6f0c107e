package org.bihuan.intake.weeklylist;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.WeekFrozen;
import org.bihuan.intake.ledger.Ledger;
import org.bihuan.intake.weeklylist.WeeklyList.Counts;
import org.bihuan.kit.time.Week;
import org.jboss.logging.Logger;

/**
 * Freezes each weekly list at the end of its week, and enters its hash on the ledger. Any number of
 * replicas may try; one does it, the others find it done (ADR 0050).
 */
@ApplicationScoped
class WeekFreezer {

  private static final Logger LOG = Logger.getLogger(WeekFreezer.class);
  private static final Actor FREEZING = Actor.system("weekly-list");

  /** Seconds. All rows are kept and hashed in a few; the socket's limit is no shorter. */
  private static final int LONGEST = 30;

  /** After a failure, in which nobody who files or reads has to wait for the next try. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final WeeklyLists lists;
  private final Ledger ledger;
  private final Clock clock;
  private volatile long restsUntil = System.nanoTime();

  WeekFreezer(WeeklyLists lists, Ledger ledger, Clock clock) {
    this.lists = lists;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Before any fact is heard that waited while all replicas were down: so the list shows what was
   * known at the end of its week.
   */
  void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
    freezeDue();
  }

  /**
   * Freezes what is due, one list after the other. When that fails, it is said in the log alone: a
   * list keeps no complaint and no reader out. It is tried again after a pause, and says how late
   * it is.
   */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void freezeDue() {
    if (System.nanoTime() - restsUntil < 0) {
      return;
    }
    try {
      while (isDue() && freezeNext()) {
        // Each list is a transaction of its own, since the next one begins with what it left open.
      }
    } catch (RuntimeException failure) {
      restsUntil = System.nanoTime() + PAUSE.toNanos();
      LOG.errorf(failure, "A weekly list could not be frozen; tried again in %s", PAUSE);
    }
  }

  /** Asked without waiting for anybody. */
  private boolean isDue() {
    return QuarkusTransaction.requiringNew().call(() -> isOver(lists.running()));
  }

  private boolean freezeNext() {
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST)
        .call(
            () -> {
              lists.hold();
              Week week = lists.running();
              if (!isOver(week)) {
                return false;
              }
              freeze(week);
              return true;
            });
  }

  private void freeze(Week week) {
    Instant now = now();
    Counts counts = lists.keepRows(week);
    WeekFrozen fact =
        new WeekFrozen(
            week.toString(), Math.toIntExact(counts.rows()), lists.hash(week), now, FREEZING);
    UUID entry = ledger.announce(fact, null, null, now, FREEZING);
    lists.freeze(week, counts, entry, now);
    LOG.infof("The list of %s is frozen with %d rows", week, counts.rows());
  }

  private boolean isOver(Week week) {
    return !now().isBefore(week.to());
  }

  /** The earlier of two clocks: a replica whose own is fast must freeze nothing before its time. */
  private Instant now() {
    Instant own = clock.instant();
    Instant shared = lists.now();
    return own.isBefore(shared) ? own : shared;
  }
}
