package org.bihuan.localstack.parts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.process.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two PostgreSQL servers, of which one follows the other and takes over. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("stacks/standby")
class StandbyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DATABASE = "intake";

  private final Layout layout = TestStacks.empty("standby");
  private Postgres first;
  private Postgres second;

  private void start(Standby standby) throws SQLException {
    Ports ports = Ports.anyFree(1, true);
    ports.write(layout);
    first = new Postgres(layout, ports, Postgres.NAME, standby);
    second = new Postgres(layout, ports, Postgres.SECOND, standby);
    first.start();
    second.start();
    tell("create table kept (word text)");
  }

  @AfterEach
  void end() {
    Mark.killAll(layout.directory());
  }

  @Test
  void each_in_turn_is_lost_and_every_answered_commit_is_still_there() throws SQLException {
    start(Standby.SYNCHRONOUS);
    List<String> answered = new ArrayList<>();
    insert("both are there", answered);
    for (Postgres lost : List.of(first, second, first)) {
      Postgres other = lost == first ? second : first;
      assertFalse(lost.isStandby());
      assertTrue(other.isStandby());
      insert("before " + lost.name() + " is lost", answered);
      lost.kill();
      other.promote();
      insert(other.name() + " is alone", answered);
      lost.start();
      insert("both are there again", answered);
      assertEquals(answered, words());
    }
  }

  @Test
  void what_the_standby_has_not_received_is_not_answered_and_is_nowhere_after_a_promotion()
      throws Exception {
    start(Standby.SYNCHRONOUS);
    List<String> answered = new ArrayList<>();
    insert("answered", answered);
    second.stopReceiving();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try {
                tell("insert into kept values ('not answered')");
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    await().atMost(PATIENCE).until(() -> waitsForTheStandby());
    assertFalse(waiting.isDone());
    first.kill();
    second.promote();
    await().atMost(PATIENCE).until(waiting::isCompletedExceptionally);
    assertEquals(answered, words());
  }

  @Test
  void with_an_asynchronous_standby_an_answered_commit_may_be_lost() throws SQLException {
    start(Standby.ASYNCHRONOUS);
    second.stopReceiving();
    insert("answered", new ArrayList<>());
    first.kill();
    second.promote();
    assertEquals(List.of(), words());
  }

  @Test
  void nobody_takes_over_while_the_primary_still_runs() throws SQLException {
    start(Standby.SYNCHRONOUS);
    assertEquals(
        "postgres still runs: stop it before postgres-2 takes over.",
        assertThrows(StackFailure.class, second::promote).getMessage());
    assertTrue(second.isStandby());
  }

  @Test
  void a_standby_that_has_nothing_yet_does_not_start_without_the_primary() throws SQLException {
    Ports ports = Ports.anyFree(1, true);
    second = new Postgres(layout, ports, Postgres.SECOND, Standby.SYNCHRONOUS);
    assertEquals(
        "postgres-2 has to copy postgres, which does not run.",
        assertThrows(StackFailure.class, second::start).getMessage());
  }

  @Test
  void who_no_longer_wants_to_wait_for_the_standby_does_not() throws SQLException {
    start(Standby.SYNCHRONOUS);
    second.stop();
    Ports ports = Ports.read(layout);
    Postgres asynchronous = new Postgres(layout, ports, Postgres.SECOND, Standby.ASYNCHRONOUS);
    asynchronous.start();
    asynchronous.stop();
    insert("nobody stands by", new ArrayList<>());
  }

  private boolean waitsForTheStandby() throws SQLException {
    return count("select count(*) from pg_stat_activity where wait_event = 'SyncRep'") == 1;
  }

  private void insert(String word, List<String> answered) throws SQLException {
    tell("insert into kept values ('" + word + "')");
    answered.add(word);
  }

  private void tell(String sql) throws SQLException {
    try (Connection connection = first.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String query) throws SQLException {
    try (Connection connection = first.connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private List<String> words() throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = first.connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select word from kept order by ctid")) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }
}
