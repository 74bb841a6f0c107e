package org.bihuan.localstack.parts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.process.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("stacks/postgres")
class PostgresTest {
  private Layout layout;
  private Postgres postgres;

  @BeforeEach
  void start() {
    layout = TestStacks.empty("postgres");
    postgres = new Postgres(layout, Ports.free());
    postgres.start();
  }

  @AfterEach
  void end() {
    Mark.killAll(layout.directory());
  }

  @Test
  void each_service_finds_a_durable_database_that_knows_chinese_letters() throws SQLException {
    for (ServiceName service : ServiceName.values()) {
      assertEquals("UTF8", ask(service, "show server_encoding"));
      assertEquals(
          "C.UTF-8",
          ask(service, "select datctype from pg_database where datname = current_database()"));
      assertEquals("t", ask(service, "select '漏雨' ~ '^\\w+$'"));
      assertEquals("on", ask(service, "show fsync"));
      assertEquals("on", ask(service, "show synchronous_commit"));
      assertEquals("on", ask(service, "show full_page_writes"));
    }
    tell("create extension pg_trgm");
    assertEquals("t", ask(ServiceName.INTAKE, "select similarity('楼顶漏雨', '楼顶漏雨') = 1"));
  }

  @Test
  void in_containers_each_service_owns_its_database_and_enters_no_other() throws Exception {
    for (String statement : statementsOfTheContainer()) {
      try (Connection administrator = postgres.connect("postgres");
          Statement execution = administrator.createStatement()) {
        execution.execute(statement);
      }
    }
    List<String> names = List.of("intake", "dispatch", "inspection");
    for (String own : names) {
      try (Connection connection = connectAs(own, own);
          Statement statement = connection.createStatement()) {
        statement.execute("create extension pg_trgm");
        statement.execute("create table made_by_a_migration (id uuid)");
        assertThrows(SQLException.class, () -> statement.execute("create role another"));
      }
      for (String other : List.of("intake", "dispatch", "inspection", "postgres")) {
        if (!other.equals(own)) {
          SQLException refused = assertThrows(SQLException.class, () -> connectAs(own, other));
          assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
        }
      }
    }
  }

  /** What the container runs once; our own empty databases make room for its. */
  private List<String> statementsOfTheContainer() throws IOException, SQLException {
    for (ServiceName service : ServiceName.values()) {
      try (Connection administrator = postgres.connect("postgres");
          Statement statement = administrator.createStatement()) {
        statement.execute("drop database " + service.database());
      }
    }
    String script = Files.readString(layout.root().resolve("docker/postgres/databases.sql"));
    return Stream.of(
            script
                .replaceAll("(?m)^(--|\\\\getenv).*$", "")
                .replaceAll(":'(\\w+)_password'", "'of $1'")
                .split(";"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private Connection connectAs(String role, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", role);
    properties.setProperty("password", "of " + role);
    return new org.postgresql.Driver().connect(postgres.jdbcUrl(database), properties);
  }

  @Test
  void what_was_committed_is_there_after_a_stop_and_after_kill_9() throws SQLException {
    tell("create table kept (word text)");
    tell("insert into kept values ('first')");
    postgres.stop();
    assertFalse(postgres.isRunning());
    postgres.start();
    tell("insert into kept values ('second')");

    postgres.kill();
    assertFalse(postgres.isReady());
    postgres.start();

    assertEquals("2", ask(ServiceName.INTAKE, "select count(*) from kept"));
  }

  @Test
  void it_starts_over_the_lock_of_a_number_that_another_program_has_now() throws IOException {
    postgres.kill();
    Path lock = layout.postgres().resolve("data").resolve("postmaster.pid");
    assertTrue(Files.exists(lock));
    String old = Files.readString(lock);
    Files.writeString(lock, ProcessHandle.current().pid() + old.substring(old.indexOf('\n')));

    postgres.start();

    assertTrue(postgres.isReady());
  }

  @Test
  void a_frozen_server_answers_again_after_it_is_resumed() throws SQLException {
    postgres.pause();
    assertFalse(postgres.isReady());

    postgres.resume();

    assertEquals("1", ask(ServiceName.INTAKE, "select 1"));
  }

  @Test
  void a_frozen_server_is_silent_on_open_connections_too() throws SQLException {
    try (Connection open = postgres.connect(ServiceName.INTAKE.database())) {
      postgres.pause();
      assertFalse(open.isValid(1));
    } finally {
      postgres.resume();
    }
  }

  @Test
  void a_frozen_server_stops_in_good_order_with_all_its_children() throws IOException {
    List<ProcessHandle> all = TestStacks.withChildren(postgres);
    postgres.pause();

    postgres.stop();

    await().until(() -> TestStacks.haveEnded(all));
    assertTrue(Files.readString(postgres.log()).contains("database system is shut down"));
  }

  @Test
  void another_program_steers_the_same_server() {
    Postgres seenFromElsewhere = new Postgres(layout, postgres.port());
    assertEquals(postgres.pid(), seenFromElsewhere.pid());

    seenFromElsewhere.stop();

    assertFalse(postgres.isRunning());
    await().until(() -> Mark.all(layout.directory()).isEmpty());
  }

  private void tell(String statement) throws SQLException {
    try (Connection connection = postgres.connect(ServiceName.INTAKE.database());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private String ask(ServiceName service, String question) throws SQLException {
    try (Connection connection = postgres.connect(service.database());
        Statement sql = connection.createStatement();
        ResultSet answer = sql.executeQuery(question)) {
      assertTrue(answer.next());
      return answer.getString(1);
    }
  }
}
