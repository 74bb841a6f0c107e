package org.bihuan.intake.reporter;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Refuses to start with another key than the one that the database's personal data were locked
 * with: new ones would be locked with a key nobody meant to keep, and the old ones not be readable.
 */
@ApplicationScoped
class PersonalDataCheck {

  private static final String PLACE = "personal_data_check";
  private static final String TEXT = "bihuan";
  private static final String NEWEST_NAME =
      "select id, reporter_name from complaint where reporter_name is not null"
          + " order by id desc limit 1";

  private final DataSource dataSource;
  private final PersonalKeys keys;

  PersonalDataCheck(DataSource dataSource, PersonalKeys keys) {
    this.dataSource = dataSource;
    this.keys = keys;
  }

  /**
   * Compares, and notes down the current key for the next start.
   *
   * @throws ConfigurationException when no configured key opens what is there
   */
  void compare(@Observes StartupEvent start) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      byte[] locked = noted(connection);
      if (locked == null) {
        // Of a database that was filled before there was a check.
        require(opensNewestName(connection));
      } else {
        require(keys.open(PLACE, locked).filter(TEXT::equals).isPresent());
      }
      if (locked == null || !keys.isCurrent(locked)) {
        note(connection);
      }
    }
  }

  /** Whether the last replica to start has this one's current key. */
  boolean isCurrent() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      byte[] locked = noted(connection);
      return locked != null && keys.isCurrent(locked);
    }
  }

  private boolean opensNewestName(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWEST_NAME);
        ResultSet row = statement.executeQuery()) {
      return !row.next()
          || keys.open(ReporterVault.NAME + row.getString(1), row.getBytes(2)).isPresent();
    }
  }

  private static void require(boolean opened) {
    if (!opened) {
      throw new ConfigurationException(
          "bihuan.personal-data.key is not the key that names and phone numbers in this database"
              + " are locked with. Configure that key; when the key was changed on purpose, list"
              + " the former one in bihuan.personal-data.old-keys.",
          Set.of("bihuan.personal-data.key", "bihuan.personal-data.old-keys"));
    }
  }

  private void note(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into personal_data_check (locked) values (?)"
                + " on conflict (only_row) do update set locked = excluded.locked")) {
      statement.setBytes(1, keys.lock(PLACE, TEXT));
      statement.executeUpdate();
    }
  }

  private static byte[] noted(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select locked from personal_data_check");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }
}
