package org.bihuan.intake.ledger.head;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionExceptionResult;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.bihuan.contract.ledger.SignedHead;
import org.jboss.logging.Logger;

/**
 * Signs the days of the ledger that have ended, in their order, on whichever replica is first. The
 * sealer ends them, so one that was missed is only signed later.
 */
@ApplicationScoped
class HeadSigner {

  /** A day may have millions of entries; the first has all that were there before. */
  private static final int SECONDS = 600;

  private static final Logger LOG = Logger.getLogger(HeadSigner.class);

  private static final String NEXT =
      """
      select d.day, d.sequence, d.hash, e.hash,
        coalesce((select b.sequence from ledger_day b where b.day = d.day - 1), 0)
      from ledger_day d left join ledger_entry e on e.sequence = d.sequence
      where d.signature is null order by d.day limit 1
      """;

  private final SigningKey key;
  private final DataSource dataSource;
  private final Clock clock;

  HeadSigner(SigningKey key, DataSource dataSource, Clock clock) {
    this.key = key;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Signs every day that has ended and is not signed yet. */
  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sign() {
    key.pair()
        .ifPresent(
            pair -> {
              while (signNext(pair)) {
                // Each day is a transaction of its own.
              }
            });
  }

  private boolean signNext(SigningKey.Pair pair) {
    return QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .exceptionHandler(failure -> TransactionExceptionResult.ROLLBACK)
        .call(() -> signedNext(pair));
  }

  private boolean signedNext(SigningKey.Pair pair) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Optional<Ended> next = isFirst(connection) ? next(connection) : Optional.empty();
      if (next.isEmpty()) {
        return false;
      }
      Ended ended = next.get();
      if (!ended.isOnChain()) {
        // Signed it would vouch for what is wrong already.
        LOG.errorf(
            "The ledger's day %s is not signed: its head is not the entry %d",
            ended.tree().day(), ended.tree().last());
        return false;
      }
      byte[] root = ended.tree().grow(connection);
      keep(connection, pair);
      store(connection, pair.sign(ended.tree().day(), ended.tree().last(), ended.hash(), root));
      return true;
    }
  }

  /**
   * A day that has ended.
   *
   * @param hash of the chain at its end
   * @param entryHash of the entry in that place; {@code null} when it is gone
   */
  private record Ended(DayTree tree, byte[] hash, byte[] entryHash) {

    boolean isOnChain() {
      return tree.last() == 0 || Arrays.equals(hash, entryHash);
    }
  }

  private static Optional<Ended> next(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEXT)) {
      if (!row.next()) {
        return Optional.empty();
      }
      LocalDate day = row.getObject(1, LocalDate.class);
      DayTree tree = new DayTree(day, row.getLong(5) + 1, row.getLong(2));
      return Optional.of(new Ended(tree, row.getBytes(3), row.getBytes(4)));
    }
  }

  private void keep(Connection connection, SigningKey.Pair pair) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into ledger_key (id, algorithm, public_key, since) values (?, ?, ?, ?)"
                + " on conflict do nothing")) {
      statement.setString(1, pair.id());
      statement.setString(2, SignedHead.ALGORITHM);
      statement.setBytes(3, pair.open().getEncoded());
      statement.setTimestamp(4, Timestamp.from(clock.instant()));
      statement.executeUpdate();
    }
  }

  private void store(Connection connection, SignedHead head) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update ledger_day set root = ?, key_id = ?, signature = ?, signed_at = ?"
                + " where day = ?")) {
      statement.setBytes(1, head.root());
      statement.setString(2, head.keyId());
      statement.setBytes(3, head.signature());
      statement.setTimestamp(4, Timestamp.from(clock.instant()));
      statement.setObject(5, head.day());
      statement.executeUpdate();
    }
  }

  private static boolean isFirst(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet turn =
            statement.executeQuery(
                "select pg_try_advisory_xact_lock(hashtext('ledger-head-signing'))")) {
      return turn.next() && turn.getBoolean(1);
    }
  }
}
