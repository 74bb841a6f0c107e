package org.bihuan.intake.ledger.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.LedgerWalk;
import org.bihuan.kit.refusal.TooMany;

/**
 * Reckons the chain again (ADR 0020). Of all replicas one does so at a time, and after a long walk
 * the next one waits as long as that took: half of the time at most goes into verifying.
 */
@ApplicationScoped
class LedgerVerifier {

  /** A shorter walk is no burden. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final DataSource dataSource;

  LedgerVerifier(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Walks the chain in one snapshot, in the transaction of the caller, and stops at the first entry
   * or head that does not fit. Found whole, its end becomes the checkpoint.
   *
   * @param kept a head that was kept elsewhere
   * @throws TooMany while another verification runs, and for a while after a long one
   */
  Verification verify(boolean fromCheckpoint, Optional<ChainPoint> kept) throws SQLException {
    long begin = System.nanoTime();
    try (Connection connection = dataSource.getConnection()) {
      readOneSnapshot(connection);
      requireTurn(connection);
      LedgerWalk.State start = start(connection, fromCheckpoint, kept);
      AtomicBoolean keptFound = new AtomicBoolean();
      Walked walked =
          ChainReading.walk(
              connection,
              start,
              Long.MAX_VALUE,
              point -> {
                if (kept.isPresent() && isSame(point, kept.get())) {
                  keptFound.set(true);
                }
              });
      if (walked.isWhole()) {
        Checkpoint.move(connection, walked.state());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      Checkpoint.pause(connection, took.compareTo(SHORT) < 0 ? Duration.ZERO : took);
      return Verification.of(
          walked,
          start.point().sequence() + 1,
          unsealed(connection),
          kept.isEmpty() ? null : keptFound.get());
    }
  }

  private static boolean isSame(ChainPoint point, ChainPoint kept) {
    return point.sequence() == kept.sequence() && point.isHash(kept.hash());
  }

  /** The sealer goes on meanwhile; head, heads of days and entries must be of the same moment. */
  static void readOneSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read");
    }
  }

  private static void requireTurn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet turn =
            statement.executeQuery(
                "select pg_try_advisory_xact_lock(hashtext('ledger-verification')),"
                    + " not_before <= clock_timestamp() from ledger_verification")) {
      turn.next();
      if (!turn.getBoolean(1)) {
        throw new TooMany("verification-running");
      }
      if (!turn.getBoolean(2)) {
        throw new TooMany("verification-too-soon");
      }
    }
  }

  private static LedgerWalk.State start(
      Connection connection, boolean fromCheckpoint, Optional<ChainPoint> kept)
      throws SQLException {
    LedgerWalk.State checkpoint =
        fromCheckpoint ? Checkpoint.read(connection) : LedgerWalk.State.START;
    return kept.filter(head -> head.sequence() <= checkpoint.point().sequence()).isPresent()
        ? LedgerWalk.State.START
        : checkpoint;
  }

  private static long unsealed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from ledger_entry where sequence is null")) {
      row.next();
      return row.getLong(1);
    }
  }
}
