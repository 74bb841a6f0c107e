package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Login;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.parts.ServiceProcess;

/**
 * Changes a copy of the ledger as somebody with full rights on the database could, one change after
 * the other, and asks the service each time where the chain breaks. The copy holds the first
 * entries of the real one; a second intake-service, without a broker, reads nothing but this copy.
 */
final class LedgerTampering {

  private static final String DATABASE = "ledger_copy";
  private static final int ENTRIES = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int COPY_OF_THE_SERVICE = 3;

  /** Each bound by the hash of its entry; the last two are the chain itself. */
  private static final List<String> EDITS =
      List.of(
          "id = gen_random_uuid()",
          "kind = kind || '.'",
          "problem_id = gen_random_uuid()",
          "complaint_id = gen_random_uuid()",
          "occurred_at = occurred_at + interval '1 microsecond'",
          "recorded_at = recorded_at - interval '1 microsecond'",
          "actor_role = lower(actor_role) || '.'",
          "actor_unit = coalesce(actor_unit, '') || 'X'",
          "actor_subject = actor_subject || ' '",
          "content = content || ' '",
          "previous_hash = sha256(previous_hash)",
          "hash = sha256(hash)");

  private final Stack stack;
  private final Random dice;
  private final Client client;
  private final Login reader;

  LedgerTampering(Stack stack, long seed) {
    this.stack = stack;
    this.dice = new Random(seed);
    this.client = new Client(stack);
    this.reader = Login.token(stack.token(Identity.of(Role.COMMITTEE_INSPECTOR)));
  }

  /**
   * What came of it.
   *
   * @param found changes that the service found at the very entry
   * @param missed the others, each with what the service said
   */
  record Result(int tried, int found, List<String> missed) {}

  /**
   * One change.
   *
   * @param sequence place of the first entry that does not fit afterwards
   * @param statements that make it
   */
  private record Change(String name, long sequence, List<String> statements) {}

  /** Makes {@code changes} changes; the ledger must have more than 200 entries. */
  Result run(int changes) throws SQLException, IOException {
    Postgres postgres = stack.postgres();
    try (Connection maintenance = postgres.connect("postgres")) {
      execute(maintenance, "drop database if exists " + DATABASE, "create database " + DATABASE);
    }
    ServiceProcess intake =
        stack.copyOf(
            ServiceName.INTAKE,
            COPY_OF_THE_SERVICE,
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(DATABASE),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:1"));
    intake.start();
    try (Connection copy = postgres.connect(DATABASE)) {
      fill(copy);
      requireWhole(intake);
      List<String> missed = new ArrayList<>();
      for (int i = 0; i < changes; i++) {
        Change change = next();
        execute(copy, change.statements().toArray(String[]::new));
        JsonNode verification = verify(intake);
        if (verification.path("valid").asBoolean(true)
            || verification.path("brokenSequence").asLong() != change.sequence()) {
          missed.add(change + ": " + verification);
        }
        putBack(copy);
      }
      requireWhole(intake);
      return new Result(changes, changes - missed.size(), missed);
    } finally {
      intake.stop();
    }
  }

  private Change next() {
    long one = 1 + dice.nextInt(ENTRIES);
    return switch (dice.nextInt(4)) {
      case 0 -> {
        String edit = EDITS.get(dice.nextInt(EDITS.size()));
        yield new Change(
            "edit", one, List.of("update ledger_entry set " + edit + " where sequence = " + one));
      }
      case 1 ->
          new Change("deletion", one, List.of("delete from ledger_entry where sequence = " + one));
      case 2 -> insertion(one, 1 + dice.nextInt(ENTRIES));
      default -> swap(one);
    };
  }

  /** A copy of one entry with an id of its own, in the place of another, which moves up. */
  private static Change insertion(long place, long of) {
    return new Change(
        "insertion",
        place,
        List.of(
            "update ledger_entry set sequence = -sequence where sequence >= " + place,
            "update ledger_entry set sequence = 1 - sequence where sequence < 0",
            """
            insert into ledger_entry (id, kind, problem_id, complaint_id, occurred_at, recorded_at, actor_role,
              actor_unit, actor_subject, content, sequence, previous_hash, hash)
            select gen_random_uuid(), kind, problem_id, complaint_id, occurred_at, recorded_at, actor_role,
              actor_unit, actor_subject, content, %d, previous_hash, hash
            from kept_entry where sequence = %d
            """
                .formatted(place, of)));
  }

  private Change swap(long one) {
    long other = 1 + (one + dice.nextInt(ENTRIES - 1)) % ENTRIES;
    return new Change(
        "swap",
        Math.min(one, other),
        List.of(
            "update ledger_entry set sequence = -1 where sequence = " + one,
            "update ledger_entry set sequence = %d where sequence = %d".formatted(one, other),
            "update ledger_entry set sequence = %d where sequence = -1".formatted(other)));
  }

  private void fill(Connection copy) throws SQLException {
    execute(
        copy,
        // What is tried here is no durability, and there are many thousand commits.
        "set synchronous_commit = off",
        "alter table ledger_entry disable trigger user",
        "delete from ledger_entry");
    try (Connection intake = stack.postgres().connect(ServiceName.INTAKE.database());
        Statement read = intake.createStatement();
        ResultSet row =
            read.executeQuery(
                """
                select id, kind, problem_id, complaint_id, occurred_at, recorded_at, actor_role, actor_unit,
                  actor_subject, content, sequence, previous_hash, hash
                from ledger_entry where sequence between 1 and %d order by sequence
                """
                    .formatted(ENTRIES));
        PreparedStatement write =
            copy.prepareStatement(
                """
                insert into ledger_entry (id, kind, problem_id, complaint_id, occurred_at, recorded_at, actor_role,
                  actor_unit, actor_subject, content, sequence, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      while (row.next()) {
        for (int column = 1; column <= 13; column++) {
          write.setObject(column, row.getObject(column));
        }
        write.executeUpdate();
      }
    }
    execute(
        copy,
        """
        update ledger_head h set sequence = e.sequence, hash = e.hash
        from ledger_entry e where e.sequence = %d
        """
            .formatted(ENTRIES),
        "drop table if exists kept_entry",
        "create table kept_entry as select * from ledger_entry");
  }

  private static void putBack(Connection copy) throws SQLException {
    execute(
        copy,
        "delete from ledger_entry e where not exists (select 1 from kept_entry k where k.id = e.id"
            + " and k = e)",
        """
        insert into ledger_entry overriding system value
        select * from kept_entry k where not exists (select 1 from ledger_entry e where e.id = k.id)
        """);
  }

  private void requireWhole(ServiceProcess intake) throws IOException {
    JsonNode verification = verify(intake);
    if (!verification.path("valid").asBoolean()
        || verification.path("entries").asInt() != ENTRIES) {
      throw new IllegalStateException("The copy is not whole to begin with: " + verification);
    }
  }

  private JsonNode verify(ServiceProcess intake) throws IOException {
    // Every entry, so that each change is found; after one that took long the next has to wait.
    Answer answer =
        Awaitility.await("a turn to verify")
            .pollDelay(Duration.ZERO)
            .atMost(PATIENCE)
            .until(() -> askForVerification(intake), told -> told.status() != 429);
    if (!answer.isSuccess()) {
      throw new IllegalStateException("No verification: " + answer.text());
    }
    return answer.json();
  }

  private Answer askForVerification(ServiceProcess intake) throws IOException {
    return client.send(
        intake.address(),
        Call.of(ServiceName.INTAKE, "GET", "/api/v1/ledger/verification?from=START", null)
            .as(reader));
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
