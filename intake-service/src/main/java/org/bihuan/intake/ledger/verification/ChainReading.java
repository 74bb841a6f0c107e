package org.bihuan.intake.ledger.verification;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bihuan.contract.ledger.ChainEntry;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.LedgerWalk;
import org.bihuan.contract.ledger.LedgerWalk.Fault;
import org.bihuan.contract.ledger.LedgerWalk.Kind;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.intake.ledger.LedgerChain;

/** Reads entries, heads and keys of one snapshot, and walks them. */
final class ChainReading {

  private static final String ENTRIES =
      "select "
          + LedgerChain.FIELDS
          + ", sequence, previous_hash, hash from ledger_entry where sequence > ? order by sequence"
          + " limit ?";
  private static final int READ_AHEAD = 2000;

  private ChainReading() {}

  /**
   * Walks on from {@code start}, in a transaction that reads one snapshot.
   *
   * @param most entries that are looked at
   * @param passed is told every entry that fits
   */
  static Walked walk(
      Connection connection, LedgerWalk.State start, long most, Consumer<ChainPoint> passed)
      throws SQLException {
    Map<String, PublicKey> keys = keys(connection);
    LedgerWalk walk =
        new LedgerWalk(
            start,
            heads(connection, start.day()),
            head -> keys.containsKey(head.keyId()) && head.isSignedBy(keys.get(head.keyId())));
    LedgerChain.Head head = LedgerChain.head(connection, "");
    Optional<Fault> fault = walk.begin();
    UUID brokenEntry = null;
    long rows = 0;
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      // From the start, an entry put before the first one is found as well.
      long from = start.point().sequence();
      statement.setLong(1, from == 0 ? Long.MIN_VALUE : from);
      statement.setLong(2, most);
      statement.setFetchSize(READ_AHEAD);
      try (ResultSet row = statement.executeQuery()) {
        while (fault.isEmpty() && row.next()) {
          rows++;
          fault = walk.take(entry(row));
          if (fault.isEmpty()) {
            passed.accept(walk.last());
          } else if (fault.get().kind() == Kind.CHANGED) {
            brokenEntry = row.getObject(1, UUID.class);
          }
        }
      }
    }
    boolean atEnd = rows < most;
    if (fault.isEmpty() && atEnd) {
      fault = walk.end().or(() -> atHead(walk.last(), head));
    }
    return new Walked(head, walk.state(), walk.heads(), fault.orElse(null), brokenEntry, atEnd);
  }

  /** The chain must end where its head says. */
  private static Optional<Fault> atHead(ChainPoint last, LedgerChain.Head head) {
    return last.sequence() == head.sequence() && last.isHash(head.hash())
        ? Optional.empty()
        : Optional.of(new Fault(Kind.GONE, last.sequence() + 1, null));
  }

  private static ChainEntry entry(ResultSet row) throws SQLException {
    long sequence = row.getLong(11);
    return new ChainEntry(
        sequence, LedgerChain.link(sequence, row), row.getBytes(12), row.getBytes(13));
  }

  /** Of days not signed yet as well, which must lie on the chain all the same. */
  private static List<SignedHead> heads(Connection connection, LocalDate after)
      throws SQLException {
    List<SignedHead> heads = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select day, sequence, hash, root, key_id, signature from ledger_day"
                + " where day > coalesce(?::date, '-infinity') order by day")) {
      statement.setObject(1, after);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          heads.add(
              new SignedHead(
                  row.getObject(1, LocalDate.class),
                  row.getLong(2),
                  row.getBytes(3),
                  row.getBytes(4),
                  row.getString(5),
                  row.getBytes(6)));
        }
      }
    }
    return heads;
  }

  private static Map<String, PublicKey> keys(Connection connection) throws SQLException {
    Map<String, PublicKey> keys = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select public_key from ledger_key")) {
      while (row.next()) {
        read(row.getBytes(1)).ifPresent(key -> keys.put(SignedHead.keyId(key), key));
      }
    }
    return keys;
  }

  /** One that does not read is no key: what it should have signed is not genuine. */
  private static Optional<PublicKey> read(byte[] key) {
    try {
      return Optional.of(SignedHead.publicKey(key));
    } catch (IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }
}
