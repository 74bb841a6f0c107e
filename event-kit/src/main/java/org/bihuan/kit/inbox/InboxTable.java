package org.bihuan.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code inbox}: ids of the events already applied. */
@ApplicationScoped
class InboxTable {

  private static final String REMEMBER =
      """
      insert into inbox (event_id, received_at) select distinct id, ?::timestamptz from unnest(?::uuid[]) as id
      on conflict do nothing returning event_id
      """;

  private final DataSource dataSource;
  private final InboxConfig config;
  private final Clock clock;

  InboxTable(DataSource dataSource, InboxConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /** Remembers ids in the transaction of the caller and returns those that were new. */
  Set<UUID> remember(List<UUID> ids) {
    Set<UUID> fresh = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
      statement.setTimestamp(1, Timestamp.from(clock.instant()));
      statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          fresh.add(result.getObject(1, UUID.class));
        }
      }
    } catch (SQLException e) {
      throw new InboxUnavailable(e);
    }
    return fresh;
  }

  @Scheduled(every = "1h", delayed = "10m")
  void forgetTheOldest() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from inbox where received_at < ?")) {
      statement.setTimestamp(1, Timestamp.from(clock.instant().minus(config.memory())));
      statement.executeUpdate();
    }
  }
}
