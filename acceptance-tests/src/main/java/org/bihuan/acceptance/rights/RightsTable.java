package org.bihuan.acceptance.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.contract.Role;
import org.bihuan.localstack.layout.ServiceName;

/** Who may do what, as a person has written it down in {@code rights.txt}. */
final class RightsTable {

  private static final String FILE = "rights.txt";

  /** Stands after a role whose token lacks the claim that bounds it. */
  static final String WITHOUT_CLAIM = "0";

  /** Roles that a claim bounds. */
  static final List<String> BOUNDED =
      List.of(
          Role.CHANNEL_CLERK,
          Role.UNIT_HANDLER,
          Role.UNIT_LEADER,
          Role.SUBDISTRICT,
          Role.INSPECTOR,
          Role.LINE_LEADER);

  /** What the table calls callers without a role. */
  static final String KEY = "KEY";

  static final String NOBODY = "NOBODY";

  private final Map<String, String> roleOfColumn = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();

  private RightsTable() {}

  /**
   * One line of the table.
   *
   * @param name of the operation, with its variant behind a slash if it has some
   * @param cells by role, bounded ones {@link #WITHOUT_CLAIM} too, {@link #KEY} or {@link #NOBODY};
   *     as many letters as the caller has sides, or one for all of them
   */
  record Row(ServiceName service, String name, Map<String, String> cells) {

    String operationId() {
      return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    }

    /** The letter expected when the caller of this column stands on this side. */
    char expected(String caller, int side) {
      String cell = cells.get(caller);
      return cell.charAt(cell.length() == 1 ? 0 : side);
    }
  }

  static RightsTable written() {
    InputStream resource = RightsTable.class.getResourceAsStream(FILE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return read(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /**
   * Reads the lines of a table.
   *
   * @throws IllegalArgumentException for a line that is none of a table
   */
  static RightsTable read(List<String> lines) {
    RightsTable table = new RightsTable();
    ServiceName service = null;
    List<String> columns = List.of();
    for (String line : lines) {
      List<String> words = List.of(line.strip().split("\\s+"));
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (words.get(0).equals("column")) {
        table.roleOfColumn.put(words.get(1), words.get(2));
      } else if (words.get(0).equals("service")) {
        service = serviceOf(words.get(1));
      } else if (Character.isWhitespace(line.charAt(0))) {
        columns = words;
      } else {
        table.rows.add(table.row(service, columns, words));
      }
    }
    return table;
  }

  private static ServiceName serviceOf(String module) {
    for (ServiceName service : ServiceName.values()) {
      if (service.module().equals(module)) {
        return service;
      }
    }
    throw new IllegalArgumentException("There is no service '" + module + "'.");
  }

  private Row row(ServiceName service, List<String> columns, List<String> words) {
    if (words.size() != columns.size() + 1) {
      throw new IllegalArgumentException(
          "%s has %d cells for %d columns"
              .formatted(words.get(0), words.size() - 1, columns.size()));
    }
    Map<String, String> cells = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(callerOf(columns.get(i)), words.get(i + 1));
    }
    return new Row(service, words.get(0), cells);
  }

  private String callerOf(String column) {
    return column.equals(KEY) || column.equals(NOBODY)
        ? column
        : roleOfColumn.getOrDefault(column, column);
  }

  List<Row> rows() {
    return rows;
  }

  /**
   * What table, roles and description do not have in common, in sentences; empty when every
   * operation has a line, every line an operation, and every line a cell for each role.
   */
  List<String> gaps(ApiDescription description) {
    List<String> gaps = new ArrayList<>();
    TreeSet<String> described =
        description.operations().stream()
            .map(RightsTable::key)
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> written = new TreeSet<>();
    TreeSet<String> callers = new TreeSet<>(Role.all());
    BOUNDED.forEach(role -> callers.add(role + WITHOUT_CLAIM));
    callers.add(KEY);
    callers.add(NOBODY);
    for (Row row : rows) {
      String key = row.service().module() + " " + row.operationId();
      written.add(key);
      if (!described.contains(key)) {
        gaps.add(key + " is in the table and in no description");
      }
      if (!row.cells().keySet().equals(callers)) {
        gaps.add(key + " has cells for " + row.cells().keySet() + " and not for " + callers);
      }
    }
    described.removeAll(written);
    described.forEach(key -> gaps.add(key + " is described and has no line in the table"));
    return gaps;
  }

  private static String key(Operation operation) {
    return operation.service().module() + " " + operation.id();
  }
}
