package org.bihuan.intake.similar;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.intake.similar.SimilarTerms.Term;

/**
 * The table {@code similar_problem}: the terms of every open problem. {@code search/} fills and
 * empties it behind the answers (ADR 0026).
 */
@ApplicationScoped
class SimilarTable {

  /** How common a term is changes slowly. */
  private static final String COUNTED_ANEW = "10m";

  /** Rows in which the terms are counted; with fewer problems all of them. */
  private static final int SAMPLE = 20_000;

  private static final String TERMS = "select similar_terms(?), similar_terms(?)";
  private static final String PROBLEMS =
      "select greatest(reltuples, 1) from pg_class where oid = 'similar_problem'::regclass";

  /** The same rows for both; what is in one row only is not worth remembering. */
  private static final String SAMPLED =
      "select count(*) from similar_problem tablesample system (?) repeatable (1)";

  private static final String COUNTS =
      """
      select term, count(*)
      from similar_problem tablesample system (?) repeatable (1), unnest(terms) as term
      group by term having count(*) > 1
      """;

  /**
   * Each term by itself, and of each at most some hundred rows, so that no question reads much of
   * the table: a common term costs its part of the index all the same. Sorted by what is shared,
   * the rarer the more.
   */
  private static final String NEAREST =
      """
      select s.id from unnest(?::integer[], ?::float8[]) as asked(term, weight)
      cross join lateral (
        select id from similar_problem
        where terms @> array[asked.term] and filed_at between ? and ? limit 600) as s
      group by s.id order by sum(asked.weight) desc, s.id desc limit ?
      """;

  private final DataSource dataSource;

  /** Read by all threads; {@code null} until the first question. */
  private volatile SimilarTerms counted;

  SimilarTable(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Problems that share the rarest terms, those that share most of them first; in the transaction
   * of the caller.
   *
   * @param most how many
   */
  List<UUID> nearest(String headline, String text, Instant from, Instant to, int most) {
    try (Connection connection = dataSource.getConnection()) {
      return nearest(connection, terms(connection, headline, text), from, to, most);
    } catch (SQLException e) {
      throw new IllegalStateException("similar problems were not found", e);
    }
  }

  private List<Term> terms(Connection connection, String headline, String text)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TERMS)) {
      statement.setString(1, headline);
      statement.setString(2, headline + " " + text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return counted(connection).rarest(codes(row, 1), codes(row, 2));
      }
    }
  }

  private static List<Integer> codes(ResultSet row, int column) throws SQLException {
    return List.of((Integer[]) row.getArray(column).getArray());
  }

  private static List<UUID> nearest(
      Connection connection, List<Term> asked, Instant from, Instant to, int most)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEAREST)) {
      statement.setArray(
          1, connection.createArrayOf("int4", asked.stream().map(Term::code).toArray()));
      statement.setArray(
          2, connection.createArrayOf("float8", asked.stream().map(Term::weight).toArray()));
      statement.setTimestamp(3, Timestamp.from(from));
      statement.setTimestamp(4, Timestamp.from(to));
      statement.setInt(5, most);
      List<UUID> ids = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
        }
      }
      return ids;
    }
  }

  /** Apart from the questions, which would wait for it; the first one may have to. */
  @Scheduled(
      every = COUNTED_ANEW,
      delayed = COUNTED_ANEW,
      concurrentExecution = ConcurrentExecution.SKIP)
  void countAnew() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      counted = count(connection);
    }
  }

  private SimilarTerms counted(Connection connection) throws SQLException {
    SimilarTerms known = counted;
    return known == null ? countedFirst(connection) : known;
  }

  /** One question counts for all that come before there is a count, and they wait for it. */
  private synchronized SimilarTerms countedFirst(Connection connection) throws SQLException {
    if (counted == null) {
      counted = count(connection);
    }
    return counted;
  }

  private static SimilarTerms count(Connection connection) throws SQLException {
    double problems = number(connection, PROBLEMS);
    double percent = Math.min(100, 100 * SAMPLE / problems);
    double sampled = number(connection, SAMPLED, percent);
    Map<Integer, Long> counts = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setDouble(1, percent);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(row.getInt(1), row.getLong(2));
        }
      }
    }
    return new SimilarTerms(counts, sampled, Math.max(problems, sampled));
  }

  private static double number(Connection connection, String query, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }
}
