package org.bihuan.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code outbox}: what is committed and not yet acknowledged by the broker. */
@ApplicationScoped
class OutboxTable {

  private static final String APPEND =
      """
      insert into outbox (event_id, type, topic, event_key, occurred_at, payload, dead_letter_reason,
        traceparent)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bytea[], ?::text[],
        ?::text[])
      """;
  private static final String OLDEST =
      """
      select id, event_id, type, topic, event_key, occurred_at, payload, dead_letter_reason,
        traceparent
      from outbox order by id limit ?
      """;
  private static final String BACKLOG =
      """
      select coalesce((select max(id) from outbox) - oldest.id + 1, 0),
        coalesce(extract(epoch from now() - oldest.occurred_at), 0)
      from (values (1)) as one left join
        (select id, occurred_at from outbox order by id limit 1) as oldest on true
      """;
  private static final String REMOVE = "delete from outbox where id = any(?)";

  private final DataSource dataSource;

  OutboxTable(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A stored event and its place in the order. */
  record Row(long id, OutgoingEvent event) {}

  /** Appends events in the transaction of the caller. */
  void append(List<OutgoingEvent> events) {
    int size = events.size();
    Object[] ids = new Object[size];
    String[] types = new String[size];
    String[] topics = new String[size];
    String[] keys = new String[size];
    Timestamp[] times = new Timestamp[size];
    byte[][] payloads = new byte[size][];
    String[] reasons = new String[size];
    String[] traces = new String[size];
    for (int i = 0; i < size; i++) {
      OutgoingEvent event = events.get(i);
      ids[i] = event.id();
      types[i] = event.type();
      topics[i] = event.topic();
      keys[i] = event.key();
      times[i] = Timestamp.from(event.time());
      payloads[i] = event.payload();
      reasons[i] = event.deadLetterReason();
      traces[i] = event.traceparent();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      statement.setArray(2, connection.createArrayOf("text", types));
      statement.setArray(3, connection.createArrayOf("text", topics));
      statement.setArray(4, connection.createArrayOf("text", keys));
      statement.setArray(5, connection.createArrayOf("timestamptz", times));
      statement.setArray(6, connection.createArrayOf("bytea", payloads));
      statement.setArray(7, connection.createArrayOf("text", reasons));
      statement.setArray(8, connection.createArrayOf("text", traces));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new OutboxUnavailable(e);
    }
  }

  /** Up to {@code limit} events, oldest first. */
  List<Row> oldest(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OLDEST)) {
      statement.setInt(1, limit);
      List<Row> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(
              new Row(
                  result.getLong(1),
                  new OutgoingEvent(
                      result.getObject(2, UUID.class),
                      result.getString(3),
                      result.getString(4),
                      result.getString(5),
                      result.getTimestamp(6).toInstant(),
                      result.getBytes(7),
                      result.getString(8),
                      result.getString(9))));
        }
      }
      return rows;
    }
  }

  void remove(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setArray(
          1, connection.createArrayOf("bigint", rows.stream().map(Row::id).toArray()));
      statement.executeUpdate();
    }
  }

  /**
   * How much waits and since when.
   *
   * @param depth the most that can wait: from the first to the last number, of which some were
   *     never given to an event
   */
  record Backlog(long depth, double oldestSeconds) {}

  /** By the ends of the primary key alone, so it costs the same however much waits. */
  Backlog backlog() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(BACKLOG);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return new Backlog(result.getLong(1), result.getDouble(2));
    }
  }
}
