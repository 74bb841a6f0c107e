package org.bihuan.intake;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.bihuan.localstack.StackResource;

/** Texts can be found a moment after they were answered. */
public final class Searchable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Searchable() {}

  /** Waits until all that was registered so far can be found. */
  public static void await() {
    Awaitility.await().atMost(PATIENCE).until(() -> waiting() == 0);
  }

  /**
   * Nothing more becomes searchable until the result is closed. For whoever takes entries out of
   * the ledger: the search goes by their sequence, and would pass over those that come back.
   */
  public static Connection paused() throws SQLException {
    Connection holder = StackResource.postgres().connect("intake");
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("select sequence from search_head for update");
    }
    return holder;
  }

  private static long waiting() throws SQLException {
    try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select count(*) from complaint c where not exists (select 1 from complaint_search s where s.id = c.id))"
                    + " + (select count(*) from problem p where not exists (select 1 from problem_search s where s.id = p.id))")) {
      row.next();
      return row.getLong(1);
    }
  }
}
