package org.bihuan.intake.weeklylist;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.bihuan.intake.MovableClock;
import org.bihuan.kit.time.Week;
import org.bihuan.localstack.StackResource;

/**
 * A week long past in which a test lives: its list runs, and nothing is on it but what the test
 * files. Other tests of the same database are in their own time. Something can be filed from 2025
 * on, when the categories came into force.
 */
final class PastWeek implements AutoCloseable {

  private static final Duration TO_WEDNESDAY_MORNING = Duration.ofHours(58);

  private final MovableClock clock;
  private final Connection database;

  private PastWeek(MovableClock clock, Connection database) {
    this.clock = clock;
    this.database = database;
  }

  /** It is Wednesday 10:00 of {@code week}. */
  static PastWeek begin(MovableClock clock, String week) throws SQLException {
    PastWeek past = new PastWeek(clock, StackResource.postgres().connect("intake"));
    // The clock first, or the lists of all weeks since would be frozen.
    clock.moveTo(Week.read(week).from().plus(TO_WEDNESDAY_MORNING));
    past.run(Week.read(week));
    return past;
  }

  /** Puts lists, problems and clock back into the present. */
  @Override
  public void close() throws SQLException {
    unguarded(
        "update problem set status = 'CANCELLED' where listed_from < '%s'"
                .formatted(Week.of(Instant.now()).monday())
            + " and status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED')");
    run(Week.of(Instant.now()));
    clock.reset();
    database.close();
  }

  private void run(Week week) throws SQLException {
    unguarded(
        "delete from weekly_list_row; delete from weekly_list;"
            + " insert into weekly_list (monday) values ('%s')".formatted(week.monday()));
  }

  /** As somebody with full rights on the database who switches its guards off. */
  void unguarded(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
      statement.execute("set session_replication_role = origin");
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Another connection to the same database. */
  static Connection connect() throws SQLException {
    return StackResource.postgres().connect("intake");
  }
}
