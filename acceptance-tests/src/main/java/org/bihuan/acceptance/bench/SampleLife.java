package org.bihuan.acceptance.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Postgres;

/**
 * Every row that the three services have stored of one life that was really lived, and the SQL that
 * stores any number of lives of its kind: same columns, same sizes, same distances in time.
 *
 * <p>Not made are rows that the services forget by themselves (outbox, inbox, stored answers), and
 * the hashes of the ledger: entries have their places, but a verification finds that they do not
 * chain.
 */
final class SampleLife {

  /** So many places of the ledger belong to each life; those that it does not need stay empty. */
  static final int PLACES = 64;

  private static final int HASH_BYTES = 32;
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern SERIAL = Pattern.compile("(.*\\D)(\\d+)(\\D*)");
  private static final String OF_ITEM =
      "item_id in (select id from order_item where problem_id = ?)";

  /** The tables that hold a life, each with what finds a problem's rows in it. */
  private static final Map<ServiceName, Map<String, String>> TABLES =
      Map.of(
          ServiceName.INTAKE,
          Map.of(
              "problem",
              "id = ?",
              "complaint",
              "problem_id = ?",
              "ledger_entry",
              "coalesce(problem_id, (select c.problem_id from complaint c where c.id ="
                  + " complaint_id)) = ? order by entry_number",
              "problem_search",
              "id = ?",
              "similar_problem",
              "id = ?",
              "complaint_search",
              "id in (select id from complaint where problem_id = ?)"),
          ServiceName.DISPATCH,
          Map.of(
              "order_item",
              "problem_id = ?",
              "supervision_order",
              "id in (select order_id from order_item where problem_id = ?)",
              "item_joint_unit",
              OF_ITEM,
              "item_history",
              OF_ITEM,
              "item_task",
              OF_ITEM,
              "reply",
              OF_ITEM),
          ServiceName.INSPECTION,
          Map.of(
              "recheck", "problem_id = ? and kind = 'AFTER_REPLY'", "write_off", "problem_id = ?"));

  private final Map<ServiceName, List<StoredRow>> rows = new EnumMap<>(ServiceName.class);
  private final Map<String, String> renewed = new LinkedHashMap<>();
  private final Instant began;

  /** Reads a life that is no longer moving. */
  SampleLife(Postgres postgres, UUID problemId) throws SQLException {
    for (ServiceName service : ServiceName.values()) {
      List<StoredRow> found = new ArrayList<>();
      try (Connection connection = postgres.connect(service.database())) {
        for (Map.Entry<String, String> table : TABLES.get(service).entrySet()) {
          found.addAll(StoredRow.read(connection, table.getKey(), table.getValue(), problemId));
        }
      }
      rows.put(service, found);
    }
    StoredRow complaint = only(ServiceName.INTAKE, "complaint");
    began = ((Timestamp) complaint.value("received_at")).toInstant();
    // The lives stored are no repetitions of each other.
    rows.get(ServiceName.INTAKE)
        .replaceAll(row -> row == complaint ? row.with("content_key", null) : row);
    renewSerials(complaint);
    rows.values().forEach(all -> all.forEach(this::renew));
    rows.put(ServiceName.INTAKE, inTheirPlaces(rows.get(ServiceName.INTAKE)));
  }

  /**
   * A query for {@link #statements}; {@code offset 0} has each column computed once.
   *
   * @param numbers SQL that yields {@code number}, one for each life
   * @param millis SQL for the moment when that life began, in milliseconds of the epoch
   */
  static String lives(String numbers, String millis) {
    return """
    select number, to_timestamp(millis / 1000.0) as began,
      substr(hex, 1, 8) || '-' || substr(hex, 9) || '-7' as head,
      '-8000-' || lpad(to_hex(number), 12, '0') as tail
    from (select number, millis, lpad(to_hex(millis), 12, '0') as hex
      from (select number, %s as millis from %s) numbers) times
    offset 0
    """
        .formatted(millis, numbers);
  }

  /** How long after its beginning the limit of the item ends. */
  Duration untilDue() {
    Timestamp dueAt = (Timestamp) only(ServiceName.DISPATCH, "order_item").value("due_at");
    return Duration.between(began, dueAt.toInstant());
  }

  /** The tables of a service that hold something of a life. */
  static List<String> tables(ServiceName service) {
    return TABLES.get(service).keySet().stream().sorted().toList();
  }

  /**
   * Statements that store lives of this kind.
   *
   * @param lives a query with a column {@code number}, a column {@code began} for the moment when
   *     the life began, and {@code head} and {@code tail}, between which three digits make a UUIDv7
   *     of that moment
   */
  List<String> statements(ServiceName service, String lives) {
    return rows.get(service).stream()
        .map(
            row ->
                row.insert(renewed, time -> moment(time.toInstant()))
                    + " from ("
                    + lives
                    + ") life")
        .toList();
  }

  private void renewSerials(StoredRow complaint) {
    renewed.put(complaint.text("serial"), serial(complaint.text("serial")));
    renewed.put(complaint.text("source_ref"), StoredRow.quoted("life-") + " || life.number");
    renewed.put(complaint.text("tracking_code"), "upper(left(md5(life.number::text), 20))");
    for (StoredRow row :
        List.of(
            only(ServiceName.INTAKE, "problem"), only(ServiceName.DISPATCH, "supervision_order"))) {
      renewed.put(row.text("serial"), serial(row.text("serial")));
    }
  }

  /** A row's own id, and the moments that stand in its texts. */
  private void renew(StoredRow row) {
    if (row.value("id") instanceof UUID id) {
      renewed.computeIfAbsent(
          id.toString(),
          old -> "life.head || '" + String.format("%03d", renewed.size()) + "' || life.tail");
    }
    for (Object value : row.values().values()) {
      if (value instanceof String text) {
        Matcher moments = MOMENT.matcher(text);
        while (moments.find()) {
          renewed.computeIfAbsent(
              moments.group(),
              old ->
                  "to_char("
                      + moment(Instant.parse(old))
                      + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        }
      }
    }
  }

  private static List<StoredRow> inTheirPlaces(List<StoredRow> rows) {
    List<StoredRow> placed = new ArrayList<>();
    int place = 0;
    for (StoredRow row : rows) {
      if (row.table().equals("ledger_entry")) {
        place++;
        placed.add(
            row.with("sequence", new StoredRow.Computed("life.number * " + PLACES + " + " + place))
                .with("previous_hash", new byte[HASH_BYTES])
                .with("hash", new byte[HASH_BYTES]));
      } else {
        placed.add(row);
      }
    }
    if (place >= PLACES) {
      throw new StackFailure("A life has " + place + " entries in the ledger.");
    }
    return placed;
  }

  private StoredRow only(ServiceName service, String table) {
    List<StoredRow> found =
        rows.get(service).stream().filter(row -> row.table().equals(table)).toList();
    if (found.size() != 1) {
      throw new StackFailure("A life has " + found.size() + " rows of " + table + ".");
    }
    return found.get(0);
  }

  private String moment(Instant moment) {
    return "(life.began + interval '"
        + ChronoUnit.MICROS.between(began, moment)
        + " microseconds')";
  }

  /** The same serial with the life's own number, with as many digits. */
  private static String serial(String old) {
    Matcher parts = SERIAL.matcher(old);
    if (!parts.matches()) {
      throw new StackFailure(old + " holds no number.");
    }
    return StoredRow.quoted(parts.group(1))
        + " || lpad(life.number::text, greatest("
        + parts.group(2).length()
        + ", length(life.number::text)), '0') || "
        + StoredRow.quoted(parts.group(3));
  }
}
