package org.bihuan.intake.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes the chain in the tables {@code ledger_entry} and {@code ledger_head}, in plain SQL. */
@ApplicationScoped
class LedgerChain {

  static final String FIELDS =
      "id, kind, problem_id, complaint_id, occurred_at, recorded_at, actor_role, actor_unit, actor_subject, content";

  private final DataSource dataSource;

  LedgerChain(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Last sealed entry. */
  record Head(long sequence, byte[] hash, Instant sealedAt) {}

  /**
   * Seals up to {@code limit} entries in the transaction of the caller, which holds the head's row
   * and so keeps other sealers out.
   *
   * @return how many there were
   */
  int seal(int limit, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Head head = head(connection, " for update");
      List<UUID> ids = new ArrayList<>();
      List<byte[]> hashes = new ArrayList<>();
      hashes.add(head.hash());
      long sequence = head.sequence();
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select "
                  + FIELDS
                  + " from ledger_entry where sequence is null order by entry_number limit "
                  + limit)) {
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            sequence++;
            ids.add(row.getObject(1, UUID.class));
            hashes.add(Chain.hash(hashes.get(hashes.size() - 1), link(sequence, row)));
          }
        }
      }
      if (!ids.isEmpty()) {
        write(connection, head.sequence(), ids, hashes);
        moveHead(connection, sequence, hashes.get(hashes.size() - 1), now);
      }
      return ids.size();
    }
  }

  private static void write(Connection connection, long before, List<UUID> ids, List<byte[]> hashes)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update ledger_entry e set sequence = ? + s.position, previous_hash = s.previous, hash = s.hash
            from unnest(?::uuid[], ?::bytea[], ?::bytea[]) with ordinality as s (id, previous, hash, position)
            where e.id = s.id
            """)) {
      int size = ids.size();
      statement.setLong(1, before);
      statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
      statement.setArray(
          3, connection.createArrayOf("bytea", hashes.subList(0, size).toArray(byte[][]::new)));
      statement.setArray(
          4, connection.createArrayOf("bytea", hashes.subList(1, size + 1).toArray(byte[][]::new)));
      statement.executeUpdate();
    }
  }

  private static void moveHead(Connection connection, long sequence, byte[] hash, Instant now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update ledger_head set sequence = ?, hash = ?, sealed_at = ?")) {
      statement.setLong(1, sequence);
      statement.setBytes(2, hash);
      statement.setTimestamp(3, Timestamp.from(now));
      statement.executeUpdate();
    }
  }

  static Head head(Connection connection, String lock) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select sequence, hash, sealed_at from ledger_head" + lock);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Head(row.getLong(1), row.getBytes(2), row.getTimestamp(3).toInstant());
    }
  }

  static Chain.Link link(long sequence, ResultSet row) throws SQLException {
    return new Chain.Link(
        sequence,
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        row.getTimestamp(5).toInstant(),
        row.getTimestamp(6).toInstant(),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
