package org.bihuan.localstack.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Ports;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.parts.PostgresStarter;
import org.bihuan.localstack.parts.ServiceProcess;
import org.bihuan.localstack.parts.Standby;
import org.bihuan.localstack.process.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTest {
  private Layout layout;

  @BeforeEach
  void clear() {
    layout = TestStacks.empty("stack");
  }

  @AfterEach
  void end() {
    Mark.killAll(layout.directory());
  }

  @Test
  void nothing_runs_before_the_first_start() {
    StackStatus status = StackStatus.of(Stack.attach(layout));

    assertFalse(status.isUp());
    assertEquals(
        5, status.parts().filter(part -> part.health() == StackStatus.Health.DOWN).count());
    assertFalse(Files.exists(layout.directory()), "looking must not leave anything behind");
  }

  @Test
  void a_part_ends_with_the_program_that_started_it_even_by_kill_9() throws Exception {
    Process starter = startPostgresElsewhere();
    assertTrue(postgresOfNow().isRunning());

    starter.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(15)).until(() -> Mark.all(layout.directory()).isEmpty());
  }

  @Test
  void a_frozen_part_and_its_children_end_with_the_program_that_started_it() throws Exception {
    Process starter = startPostgresElsewhere();
    List<ProcessHandle> all = TestStacks.withChildren(postgresOfNow());
    postgresOfNow().pause();

    starter.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(15)).until(() -> TestStacks.haveEnded(all));
  }

  @Test
  void what_a_killed_stack_has_left_is_ended_and_nothing_else() throws Exception {
    startPostgresElsewhere();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    List<String> said = new ArrayList<>();

    Supervisor.stopAll(layout, said::add);

    assertTrue(Mark.all(layout.directory()).isEmpty());
    assertEquals(List.of("Stopping postgres"), said);
    assertTrue(stranger.isAlive());
    stranger.destroy();
  }

  @Test
  void a_supervisor_that_was_killed_does_not_count_as_running() throws Exception {
    Layout.ensure(layout.directory());
    Files.writeString(
        layout.directory().resolve("supervisor.pid"), ProcessHandle.current().pid() + " ready");
    Files.createFile(layout.directory().resolve("supervisor.lock"));

    assertTrue(Supervisor.running(layout).isEmpty());
    assertFalse(Supervisor.hasStarted(layout));
  }

  @Test
  void a_part_that_ends_while_starting_is_reported_with_its_log() throws Exception {
    Layout damaged = new Layout(layout.directory().resolve("checkout"), layout.directory());
    Layout.ensure(damaged.packaged(ServiceName.INTAKE).getParent());
    Files.writeString(damaged.packaged(ServiceName.INTAKE), "no jar");
    ServiceProcess intake = Stack.attach(damaged).intake();

    StackFailure failure = assertThrows(StackFailure.class, intake::start);

    assertTrue(failure.getMessage().contains("corrupt jarfile"), failure.getMessage());
  }

  @Test
  void a_service_that_was_never_packaged_is_named_with_the_way_to_get_it() {
    Layout unbuilt = new Layout(layout.directory().resolve("checkout"), layout.directory());
    ServiceProcess intake = Stack.attach(unbuilt).intake();

    StackFailure failure = assertThrows(StackFailure.class, intake::start);

    assertTrue(failure.getMessage().contains("./bihuan up"), failure.getMessage());
  }

  @Test
  void a_stack_whose_events_lie_with_one_broker_does_not_start_with_three() {
    Layout.ensure(layout.kafka("kafka"));

    StackFailure failure =
        assertThrows(
            StackFailure.class,
            () -> Stack.start(layout, Options.besideOthers().withBrokers(Broker.CLUSTER)));

    assertTrue(failure.getMessage().contains("--brokers 1"), failure.getMessage());
    assertTrue(Mark.all(layout.directory()).isEmpty());
  }

  @Test
  void a_stack_whose_data_may_lie_with_its_second_database_does_not_start_without_it() {
    Ports.anyFree(1, true).write(layout);
    Layout.ensure(layout.postgres());

    StackFailure failure =
        assertThrows(StackFailure.class, () -> Stack.start(layout, Options.besideOthers()));

    assertTrue(failure.getMessage().contains("--standby"), failure.getMessage());
    assertTrue(Mark.all(layout.directory()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"data data-2, ", "data-2, data-2/standby.signal"})
  void a_stack_of_which_nobody_knows_the_primary_does_not_start(String folders, String signal)
      throws IOException {
    Ports.anyFree(1, true).write(layout);
    for (String folder : folders.split(" ")) {
      Layout.ensure(layout.postgres().resolve(folder));
    }
    if (signal != null) {
      Files.createFile(layout.postgres().resolve(signal));
    }

    StackFailure failure =
        assertThrows(
            StackFailure.class,
            () -> Stack.start(layout, Options.besideOthers().withStandby(Standby.SYNCHRONOUS)));

    assertTrue(failure.getMessage().contains("which PostgreSQL server is the primary"));
    assertTrue(Mark.all(layout.directory()).isEmpty());
  }

  /** Another Java program that starts PostgreSQL in our directory and then only waits. */
  private Process startPostgresElsewhere() throws Exception {
    Process starter =
        new ProcessBuilder(
                ServiceProcess.java(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresStarter.class.getName(),
                layout.root().toString(),
                layout.directory().toString())
            .redirectErrorStream(true)
            .redirectOutput(new File("target/postgres-starter.log"))
            .start();
    await().atMost(Duration.ofSeconds(30)).until(() -> postgresOfNow().isReady());
    assertTrue(starter.isAlive());
    return starter;
  }

  private Postgres postgresOfNow() {
    return Stack.attach(layout).postgres();
  }
}
