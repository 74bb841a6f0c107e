package org.bihuan.inspection.assessment;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.ReferenceEvent.UnitPublished;
import org.bihuan.inspection.Facts;

/** Keeps past items as the listeners would have, and waits until they are assessed. */
record PastItems(DataSource database) {

  private static final String PROBLEM =
      "insert into assessed_problem (id, serial, source_kind, category_code, subdistrict_code,"
          + " placed_at) values (?, ?, ?, ?, ?, 'epoch')";

  private static final String FACT =
      """
      insert into item_fact (id, item_id, problem_id, sequence, kind, occurred_at, order_serial, unit_code,
        deadline_class, due_at, round, photographed, subject)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'special-team')
      """;

  private static final String CHECK =
      """
      insert into recheck (id, version, status, kind, problem_id, problem_serial, item_id, round, title, category_code,
        deadline_class, lead_unit_code, lead_unit_name, involved_unit_codes, replied_at, accepted_at, advised_from, due_at,
        planned_at, outcome, note, attachment_ids, done_at, done_by_role, done_by_unit_code, done_by_subject)
      values (?, 0, 'DONE', ?, ?, 'P-PAST', ?, ?, '往事', 'SANITATION', 'GENERAL', ?, ?, '{}', ?, ?, ?, ?, ?, ?, '现场', '{}', ?,
        'INSPECTOR', 'BIG_DATA_BUREAU', 'inspector-1')
      """;

  private static final String CHANGE =
      "insert into assessment_change (problem_id, occurred_at) values (?, ?)";

  /** Makes a unit known, as lists ask for known ones. */
  static void publish(String unit, String parent) {
    Facts.tell(new UnitPublished(unit, unit, List.of(), parent, true, null));
  }

  void keep(PastItem... items) {
    keep(List.of(items));
  }

  /** Keeps all that is known of the items. */
  void keep(List<PastItem> items) {
    bring(items);
    awaitAssessed();
  }

  /** The same without waiting. */
  void bring(List<PastItem> items) {
    for (PastItem item : items) {
      execute(
          PROBLEM, item.problem, "P-" + item.problem, item.source, item.category, item.subdistrict);
      item.facts.forEach(fact -> keep(item, fact));
      item.checks.forEach(check -> keep(item, check));
    }
    items.forEach(item -> change(item, Instant.now()));
  }

  /** Keeps facts of an item that is kept already, the earliest of them first. */
  void keepLate(PastItem item, PastItem.Fact... facts) {
    for (PastItem.Fact fact : facts) {
      keep(item, fact);
    }
    change(item, facts[0].at());
    awaitAssessed();
  }

  /** The same of a re-check. */
  void keepLate(PastItem item, PastItem.Check check) {
    keep(item, check);
    change(item, check.at());
    awaitAssessed();
  }

  private void keep(PastItem item, PastItem.Fact fact) {
    execute(
        FACT,
        entry(item, fact.sequence()),
        item.id,
        item.problem,
        fact.sequence(),
        fact.kind(),
        fact.at(),
        fact.unit() == null ? null : "督办〔2020〕1号",
        fact.unit(),
        fact.deadlineClass(),
        fact.due(),
        fact.round(),
        fact.photographed());
  }

  private void keep(PastItem item, PastItem.Check check) {
    execute(
        CHECK,
        check.id(),
        check.kind(),
        item.problem,
        item.id,
        check.round(),
        check.unit(),
        check.unit(),
        check.repliedAt(),
        check.repliedAt(),
        check.repliedAt(),
        check.at(),
        check.at(),
        check.outcome(),
        check.at());
  }

  /** The entry that began with this fact. */
  static UUID entry(PastItem item, int sequence) {
    ByteBuffer name = ByteBuffer.allocate(20);
    name.putLong(item.id.getMostSignificantBits());
    name.putLong(item.id.getLeastSignificantBits());
    return UUID.nameUUIDFromBytes(name.putInt(sequence).array());
  }

  private void change(PastItem item, Instant at) {
    execute(CHANGE, item.problem, at);
  }

  /** Until everything that was kept is in the entries. */
  void awaitAssessed() {
    await().atMost(Duration.ofSeconds(60)).until(() -> count("assessment_change") == 0);
  }

  long count(String table) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement("select count(*) from " + table);
        ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String statement, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(
            i + 1,
            values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i]);
      }
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
