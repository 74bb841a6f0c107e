package org.bihuan.intake.reporter;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is locked of reporters in the table {@code complaint}, in plain SQL: a complaint that is
 * locked anew is no other version of itself. Each question goes by the index {@code
 * complaint_reporter_key}, but for that for the counts, which reads the whole table.
 */
@ApplicationScoped
class LockedReporters {

  private static final String LOCKED = "coalesce(reporter_phone, reporter_name)";
  private static final String KEY = "substring(" + LOCKED + " from 1 for 5)";
  private static final String UNDER =
      "select id, reporter_name, reporter_phone from complaint where "
          + LOCKED
          + " is not null and "
          + KEY
          + " between ? and ? and id <> all(?) limit ? for update skip locked";
  private static final String REPLACE =
      """
      update complaint c set reporter_name = n.name, reporter_phone = n.phone, reporter_phone_hash = n.hash
      from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[]) as n (id, name, phone, hash)
      where c.id = n.id
      """;
  private static final String OTHERS =
      "select count(*) from complaint where "
          + LOCKED
          + " is not null and ("
          + KEY
          + " < ? or "
          + KEY
          + " > ?)";
  private static final String COUNTS =
      "select case substring("
          + LOCKED
          + " from 1 for 1) when '\\x02'::bytea then substring("
          + LOCKED
          + " from 2 for 4) end, count(*) from complaint where "
          + LOCKED
          + " is not null group by 1";

  private final DataSource dataSource;

  LockedReporters(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * One of them.
   *
   * @param id of the complaint
   * @param name locked, or {@code null}
   * @param phone locked, or {@code null}
   * @param phoneHash fingerprint of the number where it is to be replaced, else {@code null}
   */
  record Row(UUID id, byte[] name, byte[] phone, byte[] phoneHash) {}

  /**
   * Some whose locked bytes begin with something from {@code first} to {@code last}, held until the
   * transaction ends; those that another transaction holds are passed over.
   *
   * @param but left out
   */
  List<Row> under(byte[] first, byte[] last, Collection<UUID> but, int most) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(UNDER)) {
      statement.setBytes(1, first);
      statement.setBytes(2, last);
      statement.setArray(3, connection.createArrayOf("uuid", but.toArray()));
      statement.setInt(4, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(new Row(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3), null));
        }
      }
    }
    return rows;
  }

  /** Puts these in the place of what is there. */
  void replace(List<Row> rows) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      statement.setArray(1, connection.createArrayOf("uuid", rows.stream().map(Row::id).toArray()));
      statement.setArray(2, bytes(connection, rows.stream().map(Row::name).toArray(byte[][]::new)));
      statement.setArray(
          3, bytes(connection, rows.stream().map(Row::phone).toArray(byte[][]::new)));
      statement.setArray(
          4, bytes(connection, rows.stream().map(Row::phoneHash).toArray(byte[][]::new)));
      statement.executeUpdate();
    }
  }

  private static java.sql.Array bytes(Connection connection, byte[][] values) throws SQLException {
    return connection.createArrayOf("bytea", values);
  }

  /** How many are not locked with {@code key}. */
  long others(PersonalKey key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OTHERS)) {
      statement.setBytes(1, PersonalKeys.beginning(key));
      statement.setBytes(2, PersonalKeys.beginning(key));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** How many are locked with each key, by its name; {@code null} for those that name none. */
  Map<Integer, Long> counts() throws SQLException {
    Map<Integer, Long> counts = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        byte[] key = row.getBytes(1);
        boolean named = key != null && key.length == PersonalKey.ID_BYTES;
        counts.merge(named ? ByteBuffer.wrap(key).getInt() : null, row.getLong(2), Long::sum);
      }
    }
    return counts;
  }
}
