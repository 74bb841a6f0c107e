package org.bihuan.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.localstack.layout.StackFailure;

/**
 * The rows that intake stores for one complaint it accepts and files, read back and turned into the
 * INSERTs that would store the like again: the same tables, columns and sizes, with ids, serials
 * and keys of their own.
 */
final class AcceptedComplaint {

  private static final String OF_COMPLAINT = "in (select id from complaint where source_ref = ?)";
  private static final String OF_PROBLEM =
      "in (select problem_id from complaint where source_ref = ?)";

  /** A headline is the beginning of the text; see the complaint of intake. */
  private static final int HEADLINE = 60;

  /** From it everything is made in which one complaint differs from the next. */
  private static final String NUMBER = "currval('problem_serial')";

  private static final String NEXT_NUMBER = "nextval('problem_serial')";

  private final List<StoredRow> rows = new ArrayList<>();

  /**
   * Reads what was stored for a complaint whose events have not left the outbox yet.
   *
   * @param sourceRef its number, which was its idempotency key too
   */
  AcceptedComplaint(Connection intake, String sourceRef) throws SQLException {
    // Parents first.
    rows.addAll(StoredRow.read(intake, "problem", "id " + OF_PROBLEM, sourceRef));
    rows.addAll(StoredRow.read(intake, "complaint", "source_ref = ?", sourceRef));
    List<StoredRow> entries =
        new ArrayList<>(
            StoredRow.read(intake, "ledger_entry", "complaint_id " + OF_COMPLAINT, sourceRef));
    entries.addAll(
        StoredRow.read(
            intake,
            "ledger_entry",
            "complaint_id is null and problem_id " + OF_PROBLEM,
            sourceRef));
    rows.addAll(entries);
    for (StoredRow entry : entries) {
      rows.addAll(StoredRow.read(intake, "outbox", "event_id = ?", entry.value("id")));
    }
    rows.addAll(StoredRow.read(intake, "stored_answer", "request_key = ?", sourceRef));
    if (only("complaint").value("problem_id") == null
        || rows.stream().noneMatch(row -> row.table().equals("outbox"))) {
      throw new StackFailure(
          "Complaint " + sourceRef + " was not filed by rule, or its events had left already.");
    }
  }

  /** How many rows of each table it made, such as {@code problem 1, complaint 1}. */
  String contents() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    rows.forEach(row -> counts.merge(row.table(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((table, count) -> parts.add(table + " " + count));
    return String.join(", ", parts);
  }

  /** One INSERT for each row, for another complaint of this text, whose number the first takes. */
  List<String> statements(String text) {
    Map<String, String> renewed = renewed(text);
    List<String> statements = new ArrayList<>();
    for (StoredRow row : rows) {
      String insert = row.insert(renewed, time -> "now()");
      statements.add(
          statements.isEmpty() ? insert.replaceFirst(Pattern.quote(NUMBER), NEXT_NUMBER) : insert);
    }
    return statements;
  }

  /** The same rows of so many complaints in one statement. */
  String oneStatement(String text, int complaints) {
    Map<String, String> renewed = renewed(text);
    StringBuilder with = new StringBuilder("with taken as materialized (select ");
    with.append(NEXT_NUMBER).append(" as number from generate_series(1, ");
    with.append(complaints).append("))");
    for (int i = 0; i < rows.size(); i++) {
      String insert =
          rows.get(i).insert(renewed, time -> "now()").replace(NUMBER, "taken.number")
              + " from taken";
      boolean last = i == rows.size() - 1;
      with.append(last ? " " + insert : ", part" + i + " as (" + insert + ")");
    }
    return with.toString();
  }

  private Map<String, String> renewed(String text) {
    StoredRow complaint = only("complaint");
    StoredRow problem = only("problem");
    String oldText = complaint.text("text");
    Map<String, String> renewed = new LinkedHashMap<>();
    renewed.put(oldText, StoredRow.quoted(text));
    renewed.put(oldText.substring(0, HEADLINE), StoredRow.quoted(text.substring(0, HEADLINE)));
    renewed.put(problem.text("serial"), serial(problem.text("serial")));
    renewed.put(complaint.text("serial"), serial(complaint.text("serial")));
    renewed.put(complaint.text("tracking_code"), "upper(left(md5(" + NUMBER + "::text), 20))");
    renewed.put(complaint.text("source_ref"), padded(complaint.text("source_ref").length()));
    int kind = 0;
    for (StoredRow row : rows) {
      if (row.value("id") instanceof UUID id) {
        renewed.put(id.toString(), uuid(kind++));
      }
    }
    return renewed;
  }

  private static String serial(String old) {
    int digits = old.indexOf('-') + 1;
    return StoredRow.quoted(old.substring(0, digits)) + " || " + padded(old.length() - digits);
  }

  private static String padded(int length) {
    return "lpad(" + NUMBER + "::text, " + length + ", '0')";
  }

  /** Rising like the ids that intake makes, so that indexes grow at their end alone. */
  private static String uuid(int kind) {
    return "'01999999-0000-7"
        + String.format("%03d", kind)
        + "-8000-' || lpad(to_hex("
        + NUMBER
        + "), 12, '0')";
  }

  private StoredRow only(String table) {
    return rows.stream().filter(row -> row.table().equals(table)).findFirst().orElseThrow();
  }
}
