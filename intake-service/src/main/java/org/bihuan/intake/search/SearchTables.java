package org.bihuan.intake.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.IntakeEvent.ComplaintRegistered;
import org.bihuan.contract.IntakeEvent.PersonalDataErased;
import org.bihuan.contract.IntakeEvent.ProblemFiled;

/**
 * The tables {@code complaint_search}, {@code problem_search} and {@code similar_problem}, which
 * has the open problems only, and {@code search_head}.
 */
@ApplicationScoped
class SearchTables {

  /** Passed over by all replicas but one. */
  private static final String HEAD = "select sequence from search_head for update skip locked";

  private static final String LAST =
      "select max(sequence) from (select sequence from ledger_entry where sequence > ? order by sequence limit ?) e";
  private static final String COMPLAINTS =
      """
      insert into complaint_search
      select c.id, search_text(coalesce(c.subject, '') || ' ' || c.text)
      from ledger_entry e join complaint c on c.id = e.complaint_id
      where e.sequence > ? and e.sequence <= ? and e.kind = ?
      on conflict do nothing
      """;
  private static final String PROBLEMS =
      """
      insert into problem_search
      select p.id, search_text(p.title || ' ' || p.description)
      from ledger_entry e join problem p on p.id = e.problem_id
      where e.sequence > ? and e.sequence <= ? and e.kind = ?
      on conflict do nothing
      """;
  private static final String SIMILAR =
      """
      insert into similar_problem
      select p.id, p.filed_at, similar_terms(p.title || ' ' || p.description)
      from ledger_entry e join problem p on p.id = e.problem_id
      where e.sequence > ? and e.sequence <= ? and e.kind = ?
        and p.status not in ('WRITTEN_OFF', 'CANCELLED', 'MERGED')
      on conflict do nothing
      """;

  /** Every end of a problem is told on the ledger, by whatever kind of entry. */
  private static final String ENDED =
      """
      delete from similar_problem s using ledger_entry e, problem p
      where e.sequence > ? and e.sequence <= ? and p.id = e.problem_id and s.id = p.id
        and p.status in ('WRITTEN_OFF', 'CANCELLED', 'MERGED')
      """;

  /** What was found by a name or number of an erased reporter is not any more. */
  private static final String ERASED =
      """
      update complaint_search s set text = search_text(coalesce(c.subject, '') || ' ' || c.text)
      from ledger_entry e join complaint c on c.id = e.complaint_id
      where e.sequence > ? and e.sequence <= ? and e.kind = ? and s.id = c.id
      """;

  private static final String MOVE_HEAD = "update search_head set sequence = ?";
  private static final String AGE =
      """
      select coalesce(max(extract(epoch from now() - recorded_at)), 0) from (
        (select e.recorded_at from search_head h join ledger_entry e on e.sequence > h.sequence
          order by e.sequence limit 1)
        union all
        (select recorded_at from ledger_entry where sequence is null order by entry_number limit 1)) waiting
      """;

  private final DataSource dataSource;

  SearchTables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Takes over the texts told of by the next entries of the ledger, in the transaction of the
   * caller.
   *
   * @param most entries to go through
   */
  void takeOver(int most) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      OptionalLong head = number(connection, HEAD);
      if (head.isEmpty()) {
        return;
      }
      OptionalLong last = number(connection, LAST, head.getAsLong(), most);
      if (last.isPresent()) {
        String registered = EventCatalogue.of(ComplaintRegistered.class).name();
        String filed = EventCatalogue.of(ProblemFiled.class).name();
        update(connection, COMPLAINTS, head.getAsLong(), last.getAsLong(), registered);
        update(connection, PROBLEMS, head.getAsLong(), last.getAsLong(), filed);
        update(connection, SIMILAR, head.getAsLong(), last.getAsLong(), filed);
        String erased = EventCatalogue.of(PersonalDataErased.class).name();
        update(connection, ERASED, head.getAsLong(), last.getAsLong(), erased);
        update(connection, ENDED, head.getAsLong(), last.getAsLong());
        update(connection, MOVE_HEAD, last.getAsLong());
      }
    }
  }

  /** Seconds since the oldest entry was made that was not gone through; 0 when all were. */
  double ageSeconds() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(AGE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getDouble(1);
    }
  }

  private static OptionalLong number(Connection connection, String query, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, query, values);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return OptionalLong.empty();
      }
      long number = row.getLong(1);
      return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
  }

  private static void update(Connection connection, String update, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, update, values)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String text, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
