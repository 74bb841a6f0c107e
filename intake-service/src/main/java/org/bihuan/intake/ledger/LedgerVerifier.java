package org.bihuan.intake.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.kit.refusal.TooMany;

/**
 * Reckons the chain again (ADR 0020). Of all replicas one does so at a time, and after a long walk
 * the next one waits as long as that took: half of the time at most goes into verifying.
 */
@ApplicationScoped
class LedgerVerifier {

  private static final String ENTRIES =
      "select "
          + LedgerChain.FIELDS
          + ", sequence, previous_hash, hash from ledger_entry where sequence > ? order by sequence";
  private static final String NOTE =
      """
      update ledger_verification set not_before = clock_timestamp() + ? * interval '1 millisecond',
        sequence = coalesce(?, sequence), hash = coalesce(?, hash),
        verified_at = case when ?::boolean then now() else verified_at end
      """;
  private static final int READ_AHEAD = 1000;

  /** A shorter walk is no burden. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final DataSource dataSource;

  LedgerVerifier(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What a verification found.
   *
   * @param first place of the first entry that was looked at
   * @param checked place of the last entry that fits
   * @param brokenSequence place of the first entry that does not fit, or {@code null}
   * @param brokenEntry its id, or {@code null} when the entry itself is gone
   * @param unsealed entries not yet in the chain
   * @param headMatches whether the kept head is part of the chain; {@code null} when none was given
   */
  record Finding(
      LedgerChain.Head head,
      long first,
      long checked,
      Long brokenSequence,
      UUID brokenEntry,
      long unsealed,
      Boolean headMatches) {

    boolean isWhole() {
      return brokenSequence == null;
    }
  }

  /** Where a walk has come to. */
  private static final class Walk {
    private final Optional<Chain.Point> kept;
    private Chain.Point last;
    private boolean keptFound;
    private Long brokenSequence;
    private UUID brokenEntry;

    Walk(Chain.Point start, Optional<Chain.Point> kept) {
      this.last = start;
      this.kept = kept;
    }

    /** False at the first entry that does not fit. */
    boolean fits(ResultSet row) throws SQLException {
      long sequence = row.getLong(11);
      if (sequence != last.sequence() + 1) {
        brokenSequence = last.sequence() + 1;
        return false;
      }
      Chain.Point next =
          new Chain.Point(sequence, Chain.hash(last.hash(), LedgerChain.link(sequence, row)));
      if (!last.isHash(row.getBytes(12)) || !next.isHash(row.getBytes(13))) {
        brokenSequence = sequence;
        brokenEntry = row.getObject(1, UUID.class);
        return false;
      }
      last = next;
      keptFound |=
          kept.filter(head -> head.sequence() == sequence && head.isHash(next.hash())).isPresent();
      return true;
    }
  }

  /**
   * Walks the chain in one snapshot, in the transaction of the caller, and stops at the first entry
   * that does not fit. Found whole, its end becomes the checkpoint.
   *
   * @param kept a head that was kept elsewhere
   * @throws TooMany while another verification runs, and for a while after a long one
   */
  Finding verify(boolean fromCheckpoint, Optional<Chain.Point> kept) throws SQLException {
    long begin = System.nanoTime();
    try (Connection connection = dataSource.getConnection()) {
      readOneSnapshot(connection);
      requireTurn(connection);
      Chain.Point start = start(connection, fromCheckpoint, kept);
      Walk walk = new Walk(start, kept);
      Finding finding = finding(connection, start, walk);
      note(connection, finding, Duration.ofNanos(System.nanoTime() - begin));
      return finding;
    }
  }

  private static Finding finding(Connection connection, Chain.Point start, Walk walk)
      throws SQLException {
    LedgerChain.Head head = LedgerChain.head(connection, "");
    walk(connection, start, walk);
    if (walk.brokenSequence == null
        && (head.sequence() != walk.last.sequence() || !walk.last.isHash(head.hash()))) {
      walk.brokenSequence = walk.last.sequence() + 1;
    }
    return new Finding(
        head,
        start.sequence() + 1,
        walk.last.sequence(),
        walk.brokenSequence,
        walk.brokenEntry,
        unsealed(connection),
        walk.kept.isEmpty() ? null : walk.keptFound);
  }

  private static void walk(Connection connection, Chain.Point start, Walk walk)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      // From the start, an entry put before the first one is found as well.
      statement.setLong(1, start.sequence() == 0 ? Long.MIN_VALUE : start.sequence());
      statement.setFetchSize(READ_AHEAD);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (!walk.fits(row)) {
            return;
          }
        }
      }
    }
  }

  /** The sealer goes on meanwhile; head and entries must be of the same moment. */
  private static void readOneSnapshot(Connection connection) throws SQLException {
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

  private static Chain.Point start(
      Connection connection, boolean fromCheckpoint, Optional<Chain.Point> kept)
      throws SQLException {
    if (!fromCheckpoint) {
      return Chain.Point.START;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sequence, hash from ledger_verification")) {
      row.next();
      Chain.Point checkpoint = new Chain.Point(row.getLong(1), row.getBytes(2));
      return kept.filter(head -> head.sequence() <= checkpoint.sequence()).isPresent()
          ? Chain.Point.START
          : checkpoint;
    }
  }

  private static long unsealed(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from ledger_entry where sequence is null")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void note(Connection connection, Finding finding, Duration took)
      throws SQLException {
    boolean whole = finding.isWhole();
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      statement.setLong(1, took.compareTo(SHORT) < 0 ? 0 : took.toMillis());
      statement.setObject(2, whole ? finding.head().sequence() : null, Types.BIGINT);
      statement.setBytes(3, whole ? finding.head().hash() : null);
      statement.setBoolean(4, whole);
      statement.executeUpdate();
    }
  }
}
