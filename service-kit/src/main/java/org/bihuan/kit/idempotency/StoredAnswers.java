package org.bihuan.kit.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Unprocessable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table {@code stored_answer}: what was answered under which key. */
@ApplicationScoped
public class StoredAnswers {

  /** Never waits, so two transactions that want the same keys cannot block each other. */
  private static final String LOCK =
      """
      select pg_try_advisory_xact_lock(hashtextextended(name, 1))
      from unnest(?::text[]) with ordinality as wanted(name, place) order by place
      """;

  /**
   * The offset keeps the planner from a join over the whole table: PostgreSQL plans once, while the
   * table is still small, and would read all of it for long afterwards.
   */
  private static final String FIND =
      """
      select answer.* from unnest(?::text[], ?::text[]) as wanted(caller, request_key)
      cross join lateral (
        select caller, request_key, fingerprint, status, location, etag, body
        from stored_answer
        where stored_answer.caller = wanted.caller
          and stored_answer.request_key = wanted.request_key
        offset 0) as answer
      """;

  private static final String STORE =
      """
      insert into stored_answer
        (caller, request_key, fingerprint, status, location, etag, body, answered_at)
      select wanted.*, ?::timestamptz from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[]) as wanted
      """;

  private final DataSource dataSource;
  private final Clock clock;
  private final Duration kept;
  private final Counter replays;

  StoredAnswers(
      DataSource dataSource,
      Clock clock,
      @ConfigProperty(name = "bihuan.idempotency.kept", defaultValue = "48h") Duration kept,
      MeterRegistry metrics) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.kept = kept;
    this.replays =
        Counter.builder("bihuan.idempotent.replays")
            .description("Requests answered by the stored answer of an earlier one with their key")
            .register(metrics);
  }

  private record Found(String fingerprint, StoredAnswer answer) {}

  /**
   * Does each request once, in the running transaction: those whose key was answered before get
   * that answer again, the others are done and what they are answered is stored with their effect.
   * Two statements for the keys, however many there are, and one for the answers.
   *
   * @param key the request's key, when it carries one; the same instance each time it is asked
   * @param work does those that are new, and returns their outcomes in the same order
   * @return the outcomes in the order of the requests; of two with the same key the second is
   *     refused
   */
  public <T> List<Outcome> once(
      List<T> requests,
      Function<T, Optional<KeyedRequest>> key,
      Function<List<T>, List<Outcome>> work) {
    Map<KeyedRequest, Outcome> settled =
        settled(requests.stream().map(key).flatMap(Optional::stream).toList());
    List<Outcome> outcomes = new ArrayList<>(requests.size());
    List<T> open = new ArrayList<>(requests.size());
    for (T request : requests) {
      // Each instance takes its own place: the second of two with one key must not take the
      // first's.
      Outcome known = key.apply(request).map(settled::get).orElse(null);
      outcomes.add(known);
      if (known == null) {
        open.add(request);
      }
    }
    Iterator<Outcome> done = work.apply(open).iterator();
    Map<KeyedRequest, StoredAnswer> answers = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) == null) {
        Outcome outcome = done.next();
        outcomes.set(i, outcome);
        if (outcome instanceof Outcome.Done first) {
          key.apply(requests.get(i)).ifPresent(one -> answers.put(one, first.answer()));
        }
      }
    }
    store(answers);
    return outcomes;
  }

  /** Those that are not to be done: answered before, in progress, or their key used otherwise. */
  private Map<KeyedRequest, Outcome> settled(List<KeyedRequest> requests) {
    if (requests.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = dataSource.getConnection()) {
      List<Boolean> locked = lock(connection, requests);
      // After the locks: what another transaction has stored before it let go is seen now.
      Map<String, Found> found = find(connection, requests);
      Set<String> taken = new HashSet<>();
      Map<KeyedRequest, Outcome> settled = new IdentityHashMap<>();
      for (int i = 0; i < requests.size(); i++) {
        KeyedRequest request = requests.get(i);
        boolean first = taken.add(request.lockName());
        settled(request, locked.get(i) && first, found.get(request.lockName()))
            .ifPresent(outcome -> settled.put(request, outcome));
      }
      return settled;
    } catch (SQLException e) {
      throw new AnswersUnavailable(e);
    }
  }

  private Optional<Outcome> settled(KeyedRequest request, boolean free, Found found) {
    if (!free) {
      return Optional.of(new Outcome.Refused(new Conflict("request-in-progress")));
    }
    if (found == null) {
      return Optional.empty();
    }
    if (!found.fingerprint().equals(request.fingerprint())) {
      return Optional.of(new Outcome.Refused(new Unprocessable("idempotency-key-reused")));
    }
    replays.increment();
    return Optional.of(new Outcome.Replayed(found.answer()));
  }

  private static List<Boolean> lock(Connection connection, List<KeyedRequest> requests)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", requests.stream().map(KeyedRequest::lockName).toArray()));
      List<Boolean> locked = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          locked.add(row.getBoolean(1));
        }
      }
      return locked;
    }
  }

  private static Map<String, Found> find(Connection connection, List<KeyedRequest> requests)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(
          1,
          connection.createArrayOf("text", requests.stream().map(KeyedRequest::caller).toArray()));
      statement.setArray(
          2, connection.createArrayOf("text", requests.stream().map(KeyedRequest::key).toArray()));
      Map<String, Found> found = new LinkedHashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(
              new KeyedRequest(row.getString(1), row.getString(2), null).lockName(),
              new Found(
                  row.getString(3),
                  new StoredAnswer(
                      row.getInt(4), row.getString(5), row.getString(6), row.getString(7))));
        }
      }
      return found;
    }
  }

  private void store(Map<KeyedRequest, StoredAnswer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    int size = answers.size();
    String[][] texts = new String[6][size];
    Integer[] statuses = new Integer[size];
    int place = 0;
    for (Map.Entry<KeyedRequest, StoredAnswer> entry : answers.entrySet()) {
      texts[0][place] = entry.getKey().caller();
      texts[1][place] = entry.getKey().key();
      texts[2][place] = entry.getKey().fingerprint();
      statuses[place] = entry.getValue().status();
      texts[3][place] = entry.getValue().location();
      texts[4][place] = entry.getValue().etag();
      texts[5][place] = entry.getValue().body();
      place++;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(STORE)) {
      statement.setTimestamp(1, Timestamp.from(clock.instant()));
      statement.setArray(2, connection.createArrayOf("text", texts[0]));
      statement.setArray(3, connection.createArrayOf("text", texts[1]));
      statement.setArray(4, connection.createArrayOf("text", texts[2]));
      statement.setArray(5, connection.createArrayOf("int", statuses));
      statement.setArray(6, connection.createArrayOf("text", texts[3]));
      statement.setArray(7, connection.createArrayOf("text", texts[4]));
      statement.setArray(8, connection.createArrayOf("text", texts[5]));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new AnswersUnavailable(e);
    }
  }

  @Scheduled(every = "1h", delayed = "5m")
  void forgetTheOldest() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("delete from stored_answer where answered_at < ?")) {
      statement.setTimestamp(1, Timestamp.from(clock.instant().minus(kept)));
      statement.executeUpdate();
    }
  }
}
