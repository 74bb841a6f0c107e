package org.bihuan.kit.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads changes in an order in which none can come later than a place already passed: by the
 * transaction that wrote them, and only those older than every transaction still running. Numbers
 * from a sequence are no such order, since a lower one may be committed after a higher one.
 */
@ApplicationScoped
class ChangeLog {

  private static final String HORIZON =
      "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
  private static final String AFTER =
      """
      select id, record_id, kind, at, written_in::text::bigint from (%s) as change
      where written_in < pg_snapshot_xmin(pg_current_snapshot())
        and (written_in, id) > (cast(? as text)::xid8, ?)
      order by written_in, id limit ?
      """;

  private final DataSource dataSource;

  ChangeLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A change and its place. */
  record Entry(Position position, Change change) {}

  /** All that is still running, and so all that is to come, is behind this place. */
  Position horizon() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(HORIZON);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return Position.before(result.getLong(1));
    } catch (SQLException e) {
      throw new StreamUnavailable(e);
    }
  }

  List<Entry> after(Position position, StreamSource source, int most) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(AFTER.formatted(source.changes()))) {
      statement.setString(1, String.valueOf(position.transaction()));
      statement.setObject(2, position.id());
      statement.setInt(3, most);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          entries.add(entry(result));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new StreamUnavailable(e);
    }
  }

  private static Entry entry(ResultSet result) throws SQLException {
    Change change =
        new Change(
            result.getObject(2, UUID.class),
            result.getString(3),
            result.getTimestamp(4).toInstant());
    return new Entry(new Position(result.getLong(5), result.getObject(1, UUID.class)), change);
  }
}
