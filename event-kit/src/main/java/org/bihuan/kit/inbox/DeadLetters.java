package org.bihuan.kit.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.kit.outbox.Outbox;
import org.bihuan.kit.outbox.OutgoingEvent;
import org.bihuan.kit.outbox.Topics;

/**
 * The table {@code dead_letter}: events that were not applied, and those of the same key that wait
 * behind them.
 */
@ApplicationScoped
class DeadLetters {

  /** Reason of an event that is sound itself and waits for an earlier one of its key. */
  static final String BEHIND_ANOTHER = "behind-another";

  /**
   * Longest payload that also goes to the dead-letter topic. A broker takes records of up to 1 MiB;
   * one that just fits has no room left for the headers of a dead letter, and one that is refused
   * would stop the outbox.
   */
  private static final int LONGEST_TOLD = 900_000;

  private static final String COLUMNS =
      "id, topic, partition_number, record_offset, event_key, event_id, type, reason, parked_at,"
          + " payload, traceparent";

  private static final String WAITING =
      """
      select count(*) filter (where reason <> ?), count(distinct (topic, coalesce(event_key, id::text)))
      from dead_letter
      """;

  private static final String SAME_KEY =
      """
      where (topic, coalesce(event_key, id::text)) =
          (select topic, coalesce(event_key, id::text) from dead_letter where id = ?)
      """;

  private final DataSource dataSource;
  private final Outbox outbox;
  private final Clock clock;

  DeadLetters(DataSource dataSource, Outbox outbox, Clock clock) {
    this.dataSource = dataSource;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A dead letter with what is needed to apply it after all. */
  record Parked(DeadLetter letter, byte[] payload, String traceparent) {
    ReceivedEvent event() {
      return new ReceivedEvent(
          letter.eventId(),
          letter.type(),
          letter.key(),
          letter.topic(),
          letter.partition(),
          letter.offset(),
          payload,
          traceparent);
    }
  }

  /**
   * @param letters events at fault themselves
   * @param keys keys with at least one such event, or one whose key is unknown
   */
  record Waiting(long letters, long keys) {}

  /** Keys are ordered within a topic only, so a key is parked within its topic. */
  static String keyOf(ReceivedEvent received) {
    return received.topic() + "\n" + received.key();
  }

  /**
   * Of the keys in {@code batch}, those with a dead letter, held until the caller's transaction
   * ends: an operator who is about to remove the last one is waited for, and one who comes later
   * waits. Otherwise an event would be parked behind a letter that has gone meanwhile, and stay.
   */
  Set<String> parkedKeys(List<ReceivedEvent> batch) {
    Set<String> parked = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select topic || E'\\n' || event_key from dead_letter where event_key = any(?)"
                    + " order by id for share")) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", batch.stream().map(ReceivedEvent::key).distinct().toArray()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          parked.add(result.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new InboxUnavailable(e);
    }
    return parked;
  }

  /**
   * Keeps an event with its reason and tells the topic's dead-letter topic, in the transaction of
   * the caller. A payload too long for that topic is told as an empty one and kept whole here.
   */
  void park(ReceivedEvent received, String reason) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into dead_letter ("
                    + COLUMNS
                    + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (topic, partition_number, record_offset) do nothing")) {
      statement.setObject(1, id);
      statement.setString(2, received.topic());
      statement.setInt(3, received.partition());
      statement.setLong(4, received.offset());
      statement.setString(5, received.key());
      statement.setObject(6, received.id());
      statement.setString(7, received.type());
      statement.setString(8, reason);
      statement.setTimestamp(9, Timestamp.from(clock.instant()));
      statement.setBytes(10, received.payload());
      statement.setString(11, received.traceparent());
      if (statement.executeUpdate() == 0) {
        return;
      }
    } catch (SQLException e) {
      throw new InboxUnavailable(e);
    }
    outbox.store(
        new OutgoingEvent(
            received.id() == null ? id : received.id(),
            received.type() == null ? "unknown" : received.type(),
            received.topic() + Topics.DEAD_LETTERS,
            received.key(),
            clock.instant(),
            received.payload().length > LONGEST_TOLD ? new byte[0] : received.payload(),
            reason,
            received.traceparent()));
  }

  /** How much waits to be replayed or given up. */
  Waiting waiting() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(WAITING)) {
      statement.setString(1, BEHIND_ANOTHER);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return new Waiting(result.getLong(1), result.getLong(2));
      }
    } catch (SQLException e) {
      throw new InboxUnavailable(e);
    }
  }

  /** The oldest {@code limit} dead letters. */
  List<DeadLetter> oldest(int limit) {
    return read("order by id limit " + limit).stream().map(Parked::letter).toList();
  }

  /**
   * Everything parked under the key of dead letter {@code id}, in the order in which it came,
   * locked for replay.
   */
  List<Parked> withSameKey(UUID id) {
    read(SAME_KEY + " order by id for update", id);
    // A reader that was waited for may have parked one more, which the first look did not see.
    return read(SAME_KEY + " order by partition_number, record_offset for update", id);
  }

  /** Forgets a dead letter that was applied or given up, in the transaction of the caller. */
  void remove(UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from dead_letter where id = ?")) {
      statement.setObject(1, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new InboxUnavailable(e);
    }
  }

  private List<Parked> read(String restriction, Object... parameters) {
    List<Parked> letters = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select " + COLUMNS + " from dead_letter " + restriction)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          letters.add(
              new Parked(
                  new DeadLetter(
                      row.getObject(1, UUID.class),
                      row.getString(2),
                      row.getInt(3),
                      row.getLong(4),
                      row.getString(5),
                      row.getObject(6, UUID.class),
                      row.getString(7),
                      row.getString(8),
                      row.getTimestamp(9).toInstant()),
                  row.getBytes(10),
                  row.getString(11)));
        }
      }
    } catch (SQLException e) {
      throw new InboxUnavailable(e);
    }
    return letters;
  }
}
