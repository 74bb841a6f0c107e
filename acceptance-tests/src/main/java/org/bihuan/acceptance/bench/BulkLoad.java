package org.bihuan.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;

/**
 * Stores very many rows of lives past a service. Nothing is lost that could not be made again, and
 * the rows agree with each other already.
 */
final class BulkLoad {

  private BulkLoad() {}

  /** Statements that store rows. */
  @FunctionalInterface
  interface Rows {
    void store(Statement statement) throws SQLException;
  }

  /** Into tables as they are, which a service may be using. */
  static void into(Stack stack, ServiceName service, Rows rows) throws SQLException {
    try (Connection connection = stack.postgres().connect(service.database());
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("set synchronous_commit = off");
      statement.execute("set session_replication_role = replica");
      statement.execute("set maintenance_work_mem = '512MB'");
      rows.store(statement);
    }
  }

  /**
   * Into the tables of a service that is stopped: rows first, then their indexes, which is several
   * times faster than both at once.
   */
  static void beforeIndexes(Stack stack, ServiceName service, Rows rows) throws SQLException {
    List<String> indexes = indexes(stack, service);
    into(
        stack,
        service,
        statement -> {
          for (String index : indexes) {
            statement.execute("drop index " + index.substring(0, index.indexOf(' ')));
          }
          rows.store(statement);
          for (String index : indexes) {
            statement.execute(index.substring(index.indexOf(' ') + 1));
          }
        });
  }

  /** Those of the tables of a life that no constraint needs, each as its name and what makes it. */
  private static List<String> indexes(Stack stack, ServiceName service) throws SQLException {
    String tables = "'" + String.join("','", SampleLife.tables(service)) + "'";
    return new Databases(stack.postgres())
        .read(
            service,
            "select indexname || ' ' || indexdef from pg_indexes where schemaname = 'public'"
                + " and tablename in ("
                + tables
                + ") and not exists (select 1 from pg_constraint where conname = indexname)",
            row -> row.getString(1));
  }
}
