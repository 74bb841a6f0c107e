package org.bihuan.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A row as a service stored it, and the SQL that stores more of its kind: with the same columns, so
 * that whatever a service stores tomorrow is stored by it too.
 *
 * @param values by column, without those that the database fills in by itself
 */
record StoredRow(String table, Map<String, Object> values) {

  /** What the sealer of the ledger fills in later. */
  private static final Set<String> NOT_YET = Set.of("sequence", "previous_hash", "hash");

  private static final String SEALED = "ledger_entry";

  /** A value that SQL makes anew for each row, instead of one that is repeated. */
  record Computed(String sql) {}

  /** Reads the rows of a table that meet a condition with one parameter, in the table's order. */
  static List<StoredRow> read(
      Connection connection, String table, String condition, Object parameter) throws SQLException {
    String query =
        "select " + columns(connection, table) + " from " + table + " where " + condition;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, parameter);
      try (ResultSet found = statement.executeQuery()) {
        List<StoredRow> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(row(table, found));
        }
        return rows;
      }
    }
  }

  Object value(String column) {
    return values.get(column);
  }

  String text(String column) {
    return (String) values.get(column);
  }

  /** The same row with another value in one of its columns. */
  StoredRow with(String column, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(values);
    changed.put(column, value);
    return new StoredRow(table, changed);
  }

  /**
   * The beginning of an INSERT of one more such row: all but the FROM.
   *
   * @param renewed what differs from one row to the next, and the SQL that makes it anew, wherever
   *     it stands within a value
   * @param moment the SQL for a point in time
   */
  String insert(Map<String, String> renewed, Function<Timestamp, String> moment) {
    List<String> expressions = new ArrayList<>();
    values.values().forEach(value -> expressions.add(expression(value, renewed, moment)));
    return "insert into "
        + table
        + " ("
        + String.join(", ", values.keySet())
        + ") select "
        + String.join(", ", expressions);
  }

  private static String expression(
      Object value, Map<String, String> renewed, Function<Timestamp, String> moment) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Computed computed) {
      return computed.sql();
    }
    if (value instanceof UUID id) {
      return "(" + expression(id.toString(), renewed) + ")::uuid";
    }
    if (value instanceof byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("{")
          ? "convert_to(" + expression(text, renewed) + ", 'UTF8')"
          : "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
    }
    if (value instanceof Timestamp time) {
      return moment.apply(time);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return expression(value.toString(), renewed);
  }

  /** The text with each thing to be renewed, the longest first, replaced by its SQL. */
  private static String expression(String text, Map<String, String> renewed) {
    return renewed.keySet().stream()
        .filter(text::contains)
        .max(Comparator.comparing(String::length))
        .map(
            old -> {
              int at = text.indexOf(old);
              List<String> parts = new ArrayList<>();
              if (at > 0) {
                parts.add(expression(text.substring(0, at), renewed));
              }
              parts.add(renewed.get(old));
              if (at + old.length() < text.length()) {
                parts.add(expression(text.substring(at + old.length()), renewed));
              }
              return String.join(" || ", parts);
            })
        .orElseGet(() -> quoted(text));
  }

  /** Without colons: pgbench takes what follows one for the name of a variable, in text too. */
  static String quoted(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a") + "'";
  }

  private static StoredRow row(String table, ResultSet found) throws SQLException {
    ResultSetMetaData columns = found.getMetaData();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnName(i);
      boolean later = SEALED.equals(table) && NOT_YET.contains(column);
      values.put(column, later ? null : found.getObject(i));
    }
    return new StoredRow(table, values);
  }

  /** Those that an INSERT may name. */
  private static String columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select string_agg(column_name, ', ' order by ordinal_position)
            from information_schema.columns
            where table_schema = 'public' and table_name = ?
              and is_identity = 'NO' and is_generated = 'NEVER'
            """)) {
      statement.setString(1, table);
      try (ResultSet names = statement.executeQuery()) {
        names.next();
        return names.getString(1);
      }
    }
  }
}
