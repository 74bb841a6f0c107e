package org.bihuan.acceptance.chaos;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The broker or the database is away for a while, and everybody who asks is told the truth. */
class OutageTest implements BreaksParts {

  private static final int COMPLAINTS = 20;

  /**
   * Every service heals by itself within this time of the database's return (G1, G8 of
   * docs/reliability.md).
   */
  private static final Duration HEALED = Duration.ofSeconds(15);

  private static final String RELAY_LOCK =
      "select count(*) from pg_locks where locktype = 'advisory' and objsubid = 1"
          + " and database = (select oid from pg_database where datname = current_database())"
          + " and objid = (hashtext('outbox-relay')::bigint & 4294967295)::oid";

  private final Stack stack = RunningStack.toBreak();
  private final Loop loop = new Loop(stack);

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void without_the_broker_complaints_are_taken_in_and_reach_a_unit_after_its_return() {
    stack.broker().stop();
    List<String> problems =
        Stream.generate(() -> loop.complainOf("ROOF_LEAK", "楼顶漏雨"))
            .limit(COMPLAINTS)
            .map(loop::problemOf)
            .toList();
    loop.nobody(stack.intake())
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.find { it.name == 'outbox' }.data.depth", greaterThanOrEqualTo(COMPLAINTS));

    stack.broker().start();
    problems.forEach(problem -> loop.awaitItem(problem, "ISSUED"));
    Quiescence.awaitIn(stack, Loop.PATIENCE);
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void without_its_database_a_service_says_so_and_heals_by_itself() {
    List<Supplier<Response>> requests =
        List.of(
            () -> loop.complainOf("ROOF_LEAK", "楼顶漏雨"),
            () -> loop.intake(Role.SPECIAL_TEAM).get("/api/v1/problems"),
            () -> loop.dispatch(Role.SPECIAL_TEAM).get("/api/v1/order-items"),
            () -> loop.inspection(Role.INSPECTOR).get("/api/v1/rechecks"));
    requests.forEach(OutageTest::assertAnswered);

    stack.postgres().stop();
    requests.forEach(OutageTest::assertRefusedForLackOfTheDatabase);

    stack.postgres().start();
    await("everything answers again")
        .atMost(HEALED)
        .untilAsserted(() -> requests.forEach(OutageTest::assertAnswered));
    Quiescence.awaitIn(stack, Loop.PATIENCE);
  }

  /**
   * Whoever takes the relay's lock and then finds no broker must let go of it: its connection goes
   * back to a pool and keeps what it holds, for minutes.
   */
  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void after_broker_and_database_were_away_together_nobody_holds_the_lock_of_the_relay() {
    List<String> problems =
        Stream.generate(() -> loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")))
            .limit(COMPLAINTS)
            .toList();
    stack.broker().stop();
    stack.postgres().stop();
    stack.postgres().start();
    Databases databases = new Databases(stack.postgres());
    for (ServiceName service : ServiceName.values()) {
      await(service + " takes the lock")
          .atMost(Loop.PATIENCE)
          .until(() -> databases.read(service, RELAY_LOCK, row -> row.getLong(1)).get(0) == 1);
      await(service + " lets go of it")
          .atMost(HEALED)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> databases.read(service, RELAY_LOCK, row -> row.getLong(1)).get(0) == 0);
    }

    stack.broker().start();
    problems.forEach(problem -> loop.awaitItem(problem, "ISSUED"));
    Quiescence.awaitIn(stack, Loop.PATIENCE);
  }

  private static void assertAnswered(Supplier<Response> request) {
    request.get().then().statusCode(allOf(greaterThanOrEqualTo(200), lessThan(300)));
  }

  private static void assertRefusedForLackOfTheDatabase(Supplier<Response> request) {
    request
        .get()
        .then()
        .statusCode(503)
        .header("Content-Type", startsWith("application/problem+json"))
        .header("Retry-After", matchesRegex("\\d+"))
        .body("status", equalTo(503))
        .body("code", equalTo("database-unavailable"));
  }
}
