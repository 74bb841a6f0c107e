package org.bihuan.inspection.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.kit.time.DistrictTime;

/** Visits of weeks long past, which no test could make through the API: it would take weeks. */
record PastVisits(DataSource database) {

  private static final String INSPECTION =
      """
      insert into inspection (id, version, tier, line_code, method, status, planned_for, planned_at, planned_by_role,
        planned_by_subject, started_at)
      values (?, 0, ?, ?, 'UNANNOUNCED', 'STARTED', ?, ?, 'SPECIAL_TEAM', 'past', ?)
      """;

  private static final String STOP =
      """
      insert into inspection_stop (inspection_id, number, subdistrict_code, place, visited_at)
      values (?, 1, ?, '桑梓路', ?)
      """;

  /** Somebody of {@code tier} was in a sub-district at this time on the district's clock. */
  void visit(String tier, String line, String subdistrict, String time) throws SQLException {
    UUID id = UUID.randomUUID();
    OffsetDateTime at = LocalDateTime.parse(time).atZone(DistrictTime.ZONE).toOffsetDateTime();
    try (Connection connection = database.getConnection()) {
      execute(connection, INSPECTION, id, tier, line, at, at, at);
      execute(connection, STOP, id, subdistrict, at);
    }
  }

  private static void execute(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.executeUpdate();
    }
  }
}
