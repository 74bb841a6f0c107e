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
import javax.sql.DataSource;

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

  private final VerificationRuns runs;
  private final DataSource dataSource;
  private final Clock clock;

  VerificationRunner(VerificationRuns runs, DataSource dataSource, Clock clock) {
    this.runs = runs;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void carryOn() {
    QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
        .call(() -> slice(SLICE));
  }

  /**
   * One slice, in the transaction of the caller.
   *
   * @return whether there was a run to carry on
   */
  boolean slice(int most) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      LedgerVerifier.readOneSnapshot(connection);
      Optional<VerificationRun> running = isFirst(connection) ? runs.running() : Optional.empty();
      if (running.isEmpty()) {
        return false;
      }
      Walked slice = ChainReading.walk(connection, running.get().state(), most, point -> {});
      running.get().advance(slice, clock.instant());
      // One that somebody waits for moves it as well.
      if (running.get().isValid() && Checkpoint.hold(connection)) {
        Checkpoint.move(connection, slice.state());
      }
      return true;
    }
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
