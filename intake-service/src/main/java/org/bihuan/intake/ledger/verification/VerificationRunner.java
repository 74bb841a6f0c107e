package org.bihuan.intake.ledger.verification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Carries the verification in the background on, a slice a second, on whichever replica is first.
 * Each slice is a transaction with a snapshot of its own: entries before its end never change, so
 * what was found of them stays true, and what has come since is met by a later slice (ADR 0051).
 */
@ApplicationScoped
class VerificationRunner {

  /** Takes about a second; one that takes longer lets the next tick pass. */
  private static final int SLICE = 50_000;

  private static final int SECONDS = 120;

  /** So many slices in a row may fail before the run ends without an answer. */
  private static final int MOST_FAILURES = 5;

  private static final Logger LOG = Logger.getLogger(VerificationRunner.class);

  private final VerificationRuns runs;
  private final DataSource dataSource;
  private final Clock clock;
  private final AtomicInteger failures = new AtomicInteger();

  VerificationRunner(VerificationRuns runs, DataSource dataSource, Clock clock) {
    this.runs = runs;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void carryOn() {
    try {
      call(() -> slice(SLICE)).filter(Walked::isWholeToTheEnd).ifPresent(this::moveCheckpoint);
      failures.set(0);
    } catch (RuntimeException failure) {
      LOG.error("A slice of the verification failed", failure);
      if (failures.incrementAndGet() >= MOST_FAILURES) {
        QuarkusTransaction.requiringNew()
            .run(() -> runs.running().ifPresent(run -> run.breakOff(clock.instant())));
        failures.set(0);
      }
    }
  }

  private static <T> T call(Callable<T> work) {
    return QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
        .call(work);
  }

  /**
   * One slice, in the transaction of the caller.
   *
   * @return what it has found, if there was a run to carry on
   */
  Optional<Walked> slice(int most) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      LedgerVerifier.readOneSnapshot(connection);
      Optional<VerificationRun> running = isFirst(connection) ? runs.running() : Optional.empty();
      if (running.isEmpty()) {
        return Optional.empty();
      }
      Walked slice = ChainReading.walk(connection, running.get().goOn(), most, point -> {});
      running.get().advance(slice, clock.instant());
      return Optional.of(slice);
    }
  }

  /**
   * In a transaction of its own: a verification that somebody waits for moves it as well, and may
   * have done so since the snapshot of the slice.
   */
  private void moveCheckpoint(Walked end) {
    call(
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            if (Checkpoint.hold(connection)) {
              Checkpoint.move(connection, end.state());
            }
            return null;
          }
        });
  }

  private static boolean isFirst(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet turn =
            statement.executeQuery(
                "select pg_try_advisory_xact_lock(hashtext('ledger-verification-run'))")) {
      return turn.next() && turn.getBoolean(1);
    }
  }
}
