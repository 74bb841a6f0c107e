package org.bihuan.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Unprocessable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table {@code stored_answer}: what was answered under which key. */
@ApplicationScoped
class StoredAnswers {

  /** Header that marks a repeated answer. */
  private static final String REPLAYED = "Idempotency-Replayed";

  private final DataSource dataSource;
  private final ObjectMapper json;
  private final Clock clock;
  private final Duration kept;

  StoredAnswers(
      DataSource dataSource,
      ObjectMapper json,
      Clock clock,
      @ConfigProperty(name = "bihuan.idempotency.kept", defaultValue = "48h") Duration kept) {
    this.dataSource = dataSource;
    this.json = json;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * Takes the key for the running transaction and returns the answer already stored under it, if
   * there is one.
   *
   * @throws Conflict when another request holds the key at this moment
   * @throws Unprocessable when the key was used for something else
   */
  Optional<Response> claim(String caller, String key, String fingerprint) {
    try (Connection connection = dataSource.getConnection()) {
      if (!lock(connection, caller, key)) {
        throw new Conflict("request-in-progress");
      }
      return find(connection, caller, key, fingerprint);
    } catch (SQLException e) {
      throw new AnswersUnavailable(e);
    }
  }

  private static boolean lock(Connection connection, String caller, String key)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
      statement.setString(1, caller + "\n" + key);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static Optional<Response> find(
      Connection connection, String caller, String key, String fingerprint) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select fingerprint, status, location, etag, body from stored_answer where caller = ? and request_key = ?")) {
      statement.setString(1, caller);
      statement.setString(2, key);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString(1).equals(fingerprint)) {
          throw new Unprocessable("idempotency-key-reused");
        }
        return Optional.of(
            Response.status(row.getInt(2))
                .header(HttpHeaders.LOCATION, row.getString(3))
                .header(HttpHeaders.ETAG, row.getString(4))
                .header(REPLAYED, true)
                .type(MediaType.APPLICATION_JSON)
                .entity(new StoredJson(row.getString(5)))
                .build());
      }
    }
  }

  /** Stores an answer in the transaction of the caller. */
  void store(String caller, String key, String fingerprint, Response answer) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into stored_answer
                  (caller, request_key, fingerprint, status, location, etag, body, answered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      statement.setString(1, caller);
      statement.setString(2, key);
      statement.setString(3, fingerprint);
      statement.setInt(4, answer.getStatus());
      statement.setString(5, header(answer, HttpHeaders.LOCATION));
      statement.setString(6, header(answer, HttpHeaders.ETAG));
      statement.setString(
          7, answer.getEntity() == null ? null : json.writeValueAsString(answer.getEntity()));
      statement.setTimestamp(8, Timestamp.from(clock.instant()));
      statement.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written as JSON", e);
    } catch (SQLException e) {
      throw new AnswersUnavailable(e);
    }
  }

  private static String header(Response answer, String name) {
    Object value = answer.getHeaders().getFirst(name);
    if (value instanceof EntityTag tag) {
      return '"' + tag.getValue() + '"';
    }
    return value == null ? null : value.toString();
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
