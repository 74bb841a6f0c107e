package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a service says of itself to whoever sends it requests or watches it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HealthTest implements BreaksParts {

  private final Stack stack = RunningStack.toBreak();
  private final Loop loop = new Loop(stack);

  @AfterEach
  @Override
  public void everything_runs_again() {
    BreaksParts.super.everything_runs_again();
    for (ServiceName service : ServiceName.values()) {
      await().atMost(Loop.PATIENCE).until(() -> says(service, "inbox", "broker", "connected"));
    }
  }

  @Test
  void without_the_broker_every_service_is_ready_and_says_that_the_broker_is_away() {
    stack.broker().stop();
    loop.complainOf("ROOF_LEAK", "楼顶漏雨").then().statusCode(201);
    for (ServiceName service : ServiceName.values()) {
      await().atMost(Loop.PATIENCE).until(() -> says(service, "inbox", "broker", "away"));
      ready(stack.service(service)).then().statusCode(200).body("status", equalTo("UP"));
    }
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.INTAKE, "outbox", "publishing", "retrying"));
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.INTAKE, "topics", "copies", "unknown"));
    stack.broker().start();
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.INTAKE, "outbox", "publishing", "active"));
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.INTAKE, "topics", "copies", "complete"));
  }

  @Test
  void a_service_that_has_published_nothing_yet_says_as_well_that_it_cannot() {
    stack.intake().stop();
    stack.intake().start();
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.INTAKE, "outbox", "publishing", "active"));
    stack.broker().stop();
    loop.complainOf("ROOF_LEAK", "楼顶漏雨").then().statusCode(201);
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.INTAKE, "outbox", "publishing", "retrying"));
  }

  @Test
  void a_reader_that_waits_for_its_offsets_says_that_the_broker_is_away() throws SQLException {
    whileDispatchCannotApply(() -> stack.broker().stop());
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.DISPATCH, "inbox", "broker", "away"));
  }

  @Test
  void without_its_database_a_service_is_alive_and_not_ready() {
    stack.postgres().stop();
    for (ServiceName service : ServiceName.values()) {
      Part part = stack.service(service);
      ready(part).then().statusCode(503).body("status", equalTo("DOWN"));
      assertEquals(200, RestAssured.get(part.address() + "/q/health/live").statusCode());
    }
    stack.postgres().start();
    for (ServiceName service : ServiceName.values()) {
      await().atMost(Loop.PATIENCE).until(() -> ready(stack.service(service)).statusCode() == 200);
    }
  }

  @Test
  void a_reader_that_does_not_get_on_says_so_and_answers_requests() throws SQLException {
    whileDispatchCannotApply(() -> ready(stack.dispatch()).then().statusCode(200));
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> says(ServiceName.DISPATCH, "inbox", "reading", "active"));
  }

  /** Does something while the reader of dispatch has an event in hand and does not get on. */
  private void whileDispatchCannotApply(Runnable work) throws SQLException {
    try (Connection dispatch = stack.postgres().connect(ServiceName.DISPATCH.database());
        Statement statement = dispatch.createStatement()) {
      dispatch.setAutoCommit(false);
      statement.execute("lock table inbox in access exclusive mode");
      loop.complainOf("ROOF_LEAK", "楼顶漏雨").then().statusCode(201);
      await()
          .atMost(Loop.PATIENCE)
          .until(() -> says(ServiceName.DISPATCH, "inbox", "reading", "stalled"));
      work.run();
      dispatch.rollback();
    }
  }

  private boolean says(ServiceName service, String check, String about, String word) {
    return word.equals(
        ready(stack.service(service))
            .path("checks.find { it.name == '" + check + "' }.data." + about));
  }

  private static Response ready(Part service) {
    return RestAssured.get(service.address() + "/q/health/ready");
  }
}
