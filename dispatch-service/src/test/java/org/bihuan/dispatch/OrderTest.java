package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Orders of the special team: how items come onto them, and what numbers they get. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class OrderTest {

  @Inject District district;
  @Inject MovableClock clock;
  @Inject DataSource dataSource;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static Response issue(String order) {
    return as(TEAM).body(order).post("/api/v1/orders");
  }

  private static String order(String unit, String... lines) {
    return """
    {"kind": "SPECIAL", "basis": "媒体曝光", "leadUnitCode": "%s", "jointUnitCodes": ["大数据局"],
     "urgency": "URGENT", "items": [%s]}
    """
        .formatted(unit, String.join(",", lines));
  }

  private static String line(UUID problemId, DeadlineClass deadlineClass) {
    return """
    {"problemId": "%s", "deadlineClass": "%s", "demand": "彻底整改", "responsiblePerson": "测试责任人"}
    """
        .formatted(problemId, deadlineClass);
  }

  @Test
  void one_order_holds_items_with_different_limits_and_resolves_an_alias() {
    ProblemFiled cleaning = district.problem("OTHER", DeadlineClass.GENERAL);
    ProblemFiled flush = district.problem("OTHER", DeadlineClass.FACILITY);
    district.itemOf(cleaning);
    district.itemOf(flush);

    JsonPath order =
        issue(
                order(
                    "市场建设服务一中心",
                    line(cleaning.problemId(), DeadlineClass.GENERAL),
                    line(flush.problemId(), DeadlineClass.FACILITY)))
            .then()
            .statusCode(201)
            .header("Location", notNullValue())
            .header("ETag", notNullValue())
            .body("status", equalTo("ISSUED"))
            .body("leadUnit.code", equalTo("MARKET_SERVICE_CENTRE_1"))
            .body("leadUnit.name", equalTo("市场服务建设一中心"))
            .body("items", hasSize(2))
            .body("items[0].jointUnits[0].code", equalTo("BIG_DATA_BUREAU"))
            .extract()
            .jsonPath();
    assertThat(limitOf(order, 0), equalTo(Duration.ofHours(48)));
    assertThat(limitOf(order, 1), equalTo(Duration.ofHours(72)));
    assertThat(order.getString("items[0].issuedAt"), equalTo(order.getString("items[1].issuedAt")));
  }

  @Test
  void an_order_that_waits_for_an_item_keeps_nobody_from_taking_a_number() throws Exception {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    String item = district.itemOf(problem).getString("items[0].id");
    String wanted = order(District.ENFORCEMENT, line(problem.problemId(), DeadlineClass.GENERAL));
    try (Connection other = dataSource.getConnection();
        Connection watch = dataSource.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from order_item where id = '" + item + "' for update");
      CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> issue(wanted));
      await().atMost(Duration.ofSeconds(60)).until(() -> holdsUp(watch, other));
      statement.execute("select 1 from order_serial for update nowait");
      other.rollback();
      waiting.join().then().statusCode(201);
    }
  }

  private static boolean holdsUp(Connection watch, Connection other) throws SQLException {
    int holder = other.unwrap(PGConnection.class).getBackendPID();
    try (Statement statement = watch.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "select 1 from pg_stat_activity where %d = any(pg_blocking_pids(pid))"
                    .formatted(holder))) {
      return waiting.next();
    }
  }

  private static Duration limitOf(JsonPath order, int item) {
    return Duration.between(
        Instant.parse(order.getString("items[" + item + "].issuedAt")),
        Instant.parse(order.getString("items[" + item + "].dueAt")));
  }

  @Test
  void a_special_order_takes_an_item_over_and_the_routine_order_is_cancelled() {
    ProblemFiled problem = district.problem();
    JsonPath found = district.itemOf(problem);
    String routine = found.getString("items[0].orderId");

    issue(order("MARKET_SERVICE_CENTRE_1", line(problem.problemId(), DeadlineClass.FACILITY)))
        .then()
        .statusCode(201)
        .body("items[0].id", equalTo(found.getString("items[0].id")));

    as(TEAM)
        .get("/api/v1/orders/" + routine)
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("items", hasSize(0));
    JsonPath history =
        as(TEAM)
            .get("/api/v1/order-items/" + found.getString("items[0].id") + "/history")
            .jsonPath();
    assertThat(history.getList("items.action"), equalTo(List.of("ISSUE", "REISSUE")));
  }

  @Test
  void an_acknowledged_item_cannot_be_taken_over_and_nothing_of_the_order_remains() {
    String acknowledged = district.acknowledged();
    ProblemFiled unassigned = district.problem("OTHER", DeadlineClass.GENERAL);
    String free = district.itemOf(unassigned).getString("items[0].id");
    UUID taken = UUID.fromString(district.item(acknowledged).getString("problemId"));

    issue(
            order(
                "MARKET_SERVICE_CENTRE_1",
                line(unassigned.problemId(), DeadlineClass.GENERAL),
                line(taken, DeadlineClass.GENERAL)))
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("ACKNOWLEDGED"))
        .body("requestedAction", equalTo("REISSUE"))
        .body("allowedActions", equalTo(List.of("SUSPEND", "DECLARE_COMPLEX", "URGE", "CANCEL")));
    assertThat(district.item(free).getString("status"), equalTo("UNASSIGNED"));
  }

  @Test
  void every_fault_of_an_order_is_named_at_once() {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    district.itemOf(problem);
    as(TEAM)
        .body(
            """
            {"kind": "ROUTINE", "leadUnitCode": "MARKET_SERVICE_CENTRE_1", "items": [
              {"problemId": "%1$s", "deadlineClass": "PLANNED"},
              {"problemId": "%1$s", "deadlineClass": "GENERAL"},
              {"problemId": "018f0000-0000-7000-8000-000000000000", "deadlineClass": "GENERAL"}]}
            """
                .formatted(problem.problemId()))
        .post("/api/v1/orders")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "kind", "items[0].deadlineClass", "items[1].problemId", "items[2].problemId"))
        .body(
            "errors.code",
            containsInAnyOrder("one-of", "no-limit-for-class", "named-twice", "unknown-problem"));
  }

  @Test
  void an_order_names_known_and_active_units() {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    district.itemOf(problem);
    issue(order("没有这个单位", line(problem.problemId(), DeadlineClass.GENERAL)))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("leadUnitCode"))
        .body("errors[0].code", equalTo("unknown-unit"));
    issue(order("BIG_DATA_BUREAU", line(problem.problemId(), DeadlineClass.GENERAL)))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("joint-is-lead"));
  }

  @Test
  void the_team_assigns_an_unassigned_item_by_hand_once() {
    String id =
        district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL)).getString("items[0].id");
    String assignment = "{\"leadUnitCode\": \"城管局\", \"deadlineClass\": \"EMERGENCY\"}";
    as(TEAM)
        .body(assignment)
        .post("/api/v1/order-items/" + id + "/assignment")
        .then()
        .statusCode(200)
        .body("status", equalTo("ISSUED"))
        .body("leadUnit.code", equalTo("URBAN_MANAGEMENT_BUREAU"))
        .body("unassignedReason", nullValue())
        .body("orderSerial", notNullValue());
    as(TEAM)
        .body(assignment)
        .post("/api/v1/order-items/" + id + "/assignment")
        .then()
        .statusCode(409)
        .body("requestedAction", equalTo("ASSIGN"))
        .body(
            "allowedActions",
            equalTo(List.of("REISSUE", "SUSPEND", "DECLARE_COMPLEX", "URGE", "CANCEL")));
  }

  @Test
  void a_cancelled_item_keeps_its_number_and_its_reason() {
    String id = district.issued();
    String serial = district.item(id).getString("orderSerial");
    as(TEAM)
        .body("{\"reason\": \"重复立案\"}")
        .post("/api/v1/order-items/" + id + "/cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("orderSerial", equalTo(serial))
        .body("overdue", equalTo(false));
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/history")
        .then()
        .body("items[-1].reason", equalTo("重复立案"));
    as(TEAM)
        .queryParam("serial", serial)
        .get("/api/v1/orders")
        .then()
        .body("items[0].status", equalTo("CANCELLED"));
  }

  @Test
  void numbers_have_no_gaps_though_many_ask_at_once_and_some_fail() throws Exception {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      free.add(
          district
              .itemOf(district.problem("OTHER", DeadlineClass.GENERAL))
              .getString("items[0].id"));
    }
    List<Callable<Integer>> requests = new ArrayList<>();
    for (String id : free) {
      for (String unit : List.of("城管局", "没有这个单位")) {
        requests.add(
            () ->
                as(TEAM)
                    .body(
                        "{\"leadUnitCode\": \"%s\", \"deadlineClass\": \"GENERAL\"}"
                            .formatted(unit))
                    .post("/api/v1/order-items/" + id + "/assignment")
                    .statusCode());
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : pool.invokeAll(requests)) {
      statuses.add(answer.get());
    }
    pool.shutdown();
    assertThat(statuses.stream().filter(status -> status == 200).count(), equalTo(12L));
    assertThat(statuses, not(hasItem(500)));

    List<Integer> numbers = numbersOfThisYear();
    assertThat(
        numbers,
        equalTo(IntStream.rangeClosed(1, numbers.size()).boxed().collect(Collectors.toList())));
  }

  private static List<Integer> numbersOfThisYear() {
    List<Integer> numbers = new ArrayList<>();
    String year = "〔%d〕".formatted(LocalDate.now(DistrictTime.ZONE).getYear());
    String cursor = "";
    while (cursor != null) {
      JsonPath page = as(TEAM).get("/api/v1/orders?limit=200" + cursor).jsonPath();
      for (String serial : page.<String>getList("items.serial")) {
        if (!serial.contains(year)) {
          continue;
        }
        numbers.add(Integer.valueOf(serial.replaceAll(".*〕(\\d+)号", "$1")));
      }
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return numbers.stream().sorted().toList();
  }

  @Test
  void orders_are_found_by_status_kind_unit_and_time() {
    String id = district.replied();
    String orderId = district.item(id).getString("orderId");
    String found =
        "/api/v1/orders?kind=ROUTINE&unitCode=行政执法局&status=REPLIED&status=CLOSED&limit=200";
    assertThat(as(TEAM).get(found).jsonPath().getList("items.id"), hasItem(orderId));
    assertThat(
        as(TEAM).get("/api/v1/orders?status=ISSUED&limit=200").jsonPath().getList("items.id"),
        not(hasItem(orderId)));
    assertThat(
        as(TEAM)
            .queryParam("to", Instant.now().minus(Duration.ofDays(400)).toString())
            .get("/api/v1/orders")
            .jsonPath()
            .getList("items"),
        hasSize(0));
  }

  @Test
  void orders_within_a_time_are_read_page_by_page_newest_first() {
    String query = "/api/v1/orders?from=" + Instant.now().minus(Duration.ofMinutes(1)) + "&limit=1";
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      made.add(0, district.item(district.issued()).getString("orderId"));
    }
    List<String> read = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = as(TEAM).get(query + cursor).then().statusCode(200).extract().jsonPath();
      read.addAll(page.getList("items.id"));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(read.stream().filter(made::contains).toList(), equalTo(made));
  }

  @Test
  void only_the_team_issues_orders() {
    for (Role role : Role.values()) {
      if (role != Role.SPECIAL_TEAM) {
        as(Identity.of(role)).body("{}").post("/api/v1/orders").then().statusCode(403);
      }
    }
  }
}
