package org.bihuan.acceptance.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Postgres;

/** What the three services have stored, read past them. */
public final class Databases {

  /** What is on its way or was on its way; everything else is what the services know. */
  private static final Set<String> MESSAGING = Set.of("inbox", "outbox", "flyway_schema_history");

  private final Postgres postgres;

  public Databases(Postgres postgres) {
    this.postgres = postgres;
  }

  /** Turns one row into something; the columns are as in the query. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> read(ServiceName service, String query, Reader<T> reader, Object... parameters)
      throws SQLException {
    try (Connection connection = postgres.connect(service.database());
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(
            i + 1,
            parameters[i] instanceof UUID[] ids
                ? connection.createArrayOf("uuid", ids)
                : parameters[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }

  public long count(ServiceName service, String table) throws SQLException {
    return read(service, "select count(*) from " + table, row -> row.getLong(1)).get(0);
  }

  /** Events that were not applied, in all three services. */
  public List<String> deadLetters() throws SQLException {
    List<String> letters = new ArrayList<>();
    for (ServiceName service : ServiceName.values()) {
      letters.addAll(
          read(
              service,
              "select type, reason from dead_letter order by id",
              row -> service.partName() + " " + row.getString(1) + ": " + row.getString(2)));
    }
    return letters;
  }

  /** Number of rows and digest of every table, by {@code database.table}. */
  public Map<String, String> content() throws SQLException {
    Map<String, String> content = new TreeMap<>();
    for (ServiceName service : ServiceName.values()) {
      for (String table : tables(service)) {
        content.put(service.database() + "." + table, content(service, table));
      }
    }
    return content;
  }

  private List<String> tables(ServiceName service) throws SQLException {
    return read(
            service,
            "select table_name from information_schema.tables where table_schema = 'public'",
            row -> row.getString(1))
        .stream()
        .filter(table -> !MESSAGING.contains(table))
        .toList();
  }

  private String content(ServiceName service, String table) throws SQLException {
    return read(
            service,
            "select count(*), md5(string_agg(t::text, E'\\n' order by t::text)) from "
                + table
                + " t",
            row -> row.getLong(1) + " rows, digest " + row.getString(2))
        .get(0);
  }
}
