package org.bihuan.intake.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.ledger.ChainHash;
import org.bihuan.contract.ledger.ChainLink;
import org.bihuan.kit.time.DistrictTime;

/**
 * Makes the chain in the tables {@code ledger_entry} and {@code ledger_head}, in plain SQL, and
 * ends its days: an entry belongs to the day on which it is sealed (ADR 0051).
 */
@ApplicationScoped
public class LedgerChain {

  /** Columns of which {@link #link} makes a link, in their order. */
  public static final String FIELDS =
      "id, kind, problem_id, complaint_id, occurred_at, recorded_at, actor_role, actor_unit, actor_subject, content";

  private final DataSource dataSource;

  LedgerChain(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Last sealed entry.
   *
   * @param openDay day to which the next entries belong
   */
  public record Head(long sequence, byte[] hash, Instant sealedAt, LocalDate openDay) {}

  /**
   * Seals up to {@code limit} entries in the transaction of the caller, which holds the head's row
   * and so keeps other sealers out.
   *
   * @return how many there were
   */
  int seal(int limit, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Head head = head(connection, " for update");
      LocalDate today = DistrictTime.day(now);
      if (head.openDay().isBefore(today)) {
        endDays(connection, head, earlier(today, dayOfDatabase(connection)));
      }
      ChainHash hashing = new ChainHash();
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
            hashes.add(hashing.of(hashes.get(hashes.size() - 1), link(sequence, row)));
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

  /**
   * Every day that is over ends with the head as it is: what is sealed from now on belongs to a
   * later one. A day on which nothing was sealed ends where the one before did.
   */
  private static void endDays(Connection connection, Head head, LocalDate today)
      throws SQLException {
    if (!head.openDay().isBefore(today)) {
      return;
    }
    try (PreparedStatement end =
            connection.prepareStatement(
                "insert into ledger_day (id, day, sequence, hash) values (?, ?, ?, ?)");
        PreparedStatement open =
            connection.prepareStatement("update ledger_head set open_day = ?")) {
      for (LocalDate day = head.openDay(); day.isBefore(today); day = day.plusDays(1)) {
        end.setObject(1, UuidCreator.getTimeOrderedEpoch());
        end.setObject(2, day);
        end.setLong(3, head.sequence());
        end.setBytes(4, head.hash());
        end.addBatch();
      }
      end.executeBatch();
      open.setObject(1, today, Types.DATE);
      open.executeUpdate();
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** All replicas share it: one whose own clock is fast must end no day before its time. */
  private static LocalDate dayOfDatabase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select (now() at time zone 'Asia/Shanghai')::date")) {
      row.next();
      return row.getObject(1, LocalDate.class);
    }
  }

  /**
   * The chain's head.
   *
   * @param lock {@code for update}, or nothing
   */
  public static Head head(Connection connection, String lock) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select sequence, hash, sealed_at, open_day from ledger_head" + lock);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Head(
          row.getLong(1),
          row.getBytes(2),
          row.getTimestamp(3).toInstant(),
          row.getObject(4, LocalDate.class));
    }
  }

  /** What is bound by the hash of the entry in this row. */
  public static ChainLink link(long sequence, ResultSet row) throws SQLException {
    return new ChainLink(
        sequence,
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getTimestamp(5).toInstant().toString(),
        row.getTimestamp(6).toInstant().toString(),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
