package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
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
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no rule gives to a unit waits at the fallback unit, against a limit (ADR 0022). */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class AssignmentClockTest {

  private static final String FALLBACK = "URBAN_MANAGEMENT_BUREAU";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject MovableClock clock;
  @Inject DataSource dataSource;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private String unassigned(DeadlineClass deadlineClass) {
    return district.itemOf(district.problem("OTHER", deadlineClass)).getString("items[0].id");
  }

  private static JsonPath history(String id) {
    return as(TEAM).get("/api/v1/order-items/" + id + "/history").jsonPath();
  }

  private static List<String> actions(String id) {
    return history(id).getList("items.action");
  }

  private static void awaitAction(String id, String action) {
    await().atMost(PATIENCE).until(() -> actions(id), hasItem(action));
  }

  private static boolean matches(String query) {
    return !as(TEAM)
        .get("/api/v1/order-items?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({
    "GENERAL,   PT1S,     GREEN,  LEAVE_UNASSIGNED",
    "GENERAL,   PT2H59M,  GREEN,  LEAVE_UNASSIGNED",
    "GENERAL,   PT3H5S,   YELLOW, WARN",
    "GENERAL,   PT3H59M,  YELLOW, WARN",
    "GENERAL,   PT4H5S,   RED,    MARK_OVERDUE",
    "FACILITY,  PT5H,     RED,    MARK_OVERDUE",
    "PLANNED,   PT3H30M,  YELLOW, WARN",
    "EMERGENCY, PT20M,    GREEN,  LEAVE_UNASSIGNED",
    "EMERGENCY, PT25M,    YELLOW, WARN",
    "EMERGENCY, PT31M,    RED,    MARK_OVERDUE",
  })
  void the_light_the_filters_and_the_last_step_agree(
      DeadlineClass deadlineClass, Duration after, String light, String lastStep) {
    String id = unassigned(deadlineClass);
    clock.forward(after);
    awaitAction(id, lastStep);
    JsonPath item = district.item(id);
    assertThat(item.getString("status"), equalTo("UNASSIGNED"));
    assertThat(item.getString("light"), equalTo(light));
    assertThat(item.getString("remaining"), notNullValue());
    assertThat(item.getString("assignBy"), equalTo(item.getString("dueAt")));
    boolean overdue = item.getBoolean("overdue");
    assertThat(overdue, equalTo("RED".equals(light)));
    assertThat(item.getString("overdueSince"), equalTo(overdue ? item.get("assignBy") : null));
    String problem = "problemId=" + item.getString("problemId");
    for (String each : List.of("GREEN", "YELLOW", "RED")) {
      assertThat(matches(problem + "&light=" + each), equalTo(each.equals(light)));
    }
    assertThat(matches(problem + "&overdue=true"), equalTo(overdue));
    assertThat(matches(problem + "&overdue=false"), equalTo(!overdue));
    assertThat(history(id).getString("items[-1].action"), equalTo(lastStep));
  }

  @Test
  void an_assignment_turns_yellow_and_red_once_each_and_ends_with_the_unit() {
    String id = unassigned(DeadlineClass.GENERAL);
    clock.forward(Duration.ofDays(7));
    awaitAction(id, "MARK_OVERDUE");
    // Back, as a corrected clock goes, and on: what has been told is not told again.
    clock.forward(Duration.ofDays(-7));
    clock.forward(Duration.ofDays(8));
    String sentinel = unassigned(DeadlineClass.GENERAL);
    clock.forward(Duration.ofHours(5));
    awaitAction(sentinel, "MARK_OVERDUE");
    assign(id).then().statusCode(200).body("light", equalTo("GREEN"));
    JsonPath item = district.item(id);
    assertThat(item.getString("assignBy"), nullValue());
    assertThat(item.getBoolean("overdue"), equalTo(false));
    Instant issuedAt = Instant.parse(item.getString("issuedAt"));
    assertThat(
        Instant.parse(item.getString("dueAt")), equalTo(issuedAt.plus(Duration.ofHours(48))));
    List<Told> told = district.awaitTold("dispatch.events", item.getString("problemId"), 4);
    assertThat(
        told.stream().map(Told::type).toList(),
        equalTo(
            List.of(
                "dispatch.item-unassigned.v1",
                "dispatch.assignment-warned.v1",
                "dispatch.assignment-overdue.v1",
                "dispatch.item-issued.v1")));
    assertThat(told.get(2).json().getString("assignBy"), notNullValue());
    assertThat(told.get(3).json().getInt("sequence"), equalTo(4));
  }

  private static io.restassured.response.Response assign(String id) {
    return as(TEAM)
        .body(
            "{\"leadUnitCode\":\"%s\",\"deadlineClass\":\"GENERAL\"}"
                .formatted(District.ENFORCEMENT))
        .post("/api/v1/order-items/" + id + "/assignment");
  }

  @Test
  void the_clock_explains_the_assignment_before_the_unit_s_limit() {
    String id = unassigned(DeadlineClass.GENERAL);
    clock.forward(Duration.ofHours(1));
    JsonPath waiting = as(TEAM).get("/api/v1/order-items/" + id + "/clock").jsonPath();
    assertThat(waiting.getString("limit"), equalTo("PT4H"));
    assertThat(waiting.getString("segments[0].cause"), equalTo("LEAVE_UNASSIGNED"));
    assertThat(waiting.getString("segments[0].ruleVersion"), equalTo("ASSIGNMENT/GENERAL/1"));
    assertThat(waiting.getBoolean("segments[0].counted"), equalTo(true));
    assertThat(waiting.getString("dueAt"), equalTo(district.item(id).getString("assignBy")));
    assign(id).then().statusCode(200);
    JsonPath issued = as(TEAM).get("/api/v1/order-items/" + id + "/clock").jsonPath();
    assertThat(issued.getString("limit"), equalTo("PT48H"));
    assertThat(issued.getList("segments.cause"), equalTo(List.of("LEAVE_UNASSIGNED", "ASSIGN")));
    assertThat(issued.getList("segments.counted"), equalTo(List.of(false, true)));
    assertThat(issued.getString("segments[0].to"), equalTo(issued.getString("segments[1].from")));
  }

  @Test
  void an_item_called_off_before_its_assignment_never_turns_red() {
    String id = unassigned(DeadlineClass.GENERAL);
    as(TEAM)
        .body("{\"reason\":\"重复\"}")
        .post("/api/v1/order-items/" + id + "/cancellation")
        .then()
        .statusCode(200)
        .body("light", equalTo("GREEN"));
    String sentinel = unassigned(DeadlineClass.GENERAL);
    clock.forward(Duration.ofDays(2));
    awaitAction(sentinel, "MARK_OVERDUE");
    assertThat(actions(id), equalTo(List.of("LEAVE_UNASSIGNED", "CANCEL")));
    assertThat(district.item(id).getString("light"), equalTo("GREEN"));
  }

  @Test
  void what_another_replica_has_in_hand_is_passed_over_and_told_once_after_it() throws Exception {
    String held = unassigned(DeadlineClass.GENERAL);
    String free = unassigned(DeadlineClass.GENERAL);
    try (Connection replica = dataSource.getConnection();
        Statement statement = replica.createStatement()) {
      replica.setAutoCommit(false);
      statement.execute("select 1 from order_item where id = '" + held + "' for update");
      clock.forward(Duration.ofHours(5));
      awaitAction(free, "MARK_OVERDUE");
      assertThat(actions(held), equalTo(List.of("LEAVE_UNASSIGNED")));
      replica.rollback();
    }
    awaitAction(held, "MARK_OVERDUE");
    assertThat(actions(held), equalTo(List.of("LEAVE_UNASSIGNED", "WARN", "MARK_OVERDUE")));
  }

  @Test
  void what_waited_before_there_was_such_a_limit_gets_it_from_the_migration_on()
      throws SQLException {
    String id = unassigned(DeadlineClass.GENERAL);
    Instant before = clock.instant();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update order_item set limit_started_at = null, warn_at = null, due_at = null, limit_seconds = null,"
              + " rule_version = null, next_attention_at = now(), version = version + 1"
              + " where id = '%s'".formatted(id));
    }
    await().atMost(PATIENCE).until(() -> history(id).getList("items"), hasSize(2));
    assertThat(actions(id), equalTo(List.of("LEAVE_UNASSIGNED", "LEAVE_UNASSIGNED")));
    assertThat(history(id).getString("items[1].ruleVersion"), equalTo("ASSIGNMENT/GENERAL/1"));
    Instant assignBy = Instant.parse(district.item(id).getString("assignBy"));
    assertThat(assignBy.isBefore(before.plus(Duration.ofHours(4))), equalTo(false));
    assertThat(district.item(id).getString("unassignedReason"), equalTo("NO_ROUTING_RULE"));
    clock.forward(Duration.ofHours(5));
    awaitAction(id, "MARK_OVERDUE");
  }

  private static int statusFor(Identity who, String id) {
    return as(who).get("/api/v1/order-items/" + id).statusCode();
  }

  @Test
  void the_fallback_unit_reads_what_no_unit_has_and_assigns_nothing() {
    String id = unassigned(DeadlineClass.GENERAL);
    Identity handler = handlerOf(FALLBACK);
    assertThat(statusFor(handler, id), equalTo(200));
    assertThat(statusFor(Identity.of(Role.UNIT_LEADER).ofUnit(FALLBACK), id), equalTo(200));
    assertThat(statusFor(handlerOf(District.ENFORCEMENT), id), equalTo(404));
    assertThat(statusFor(handlerOf("DRAINAGE_CENTRE"), id), equalTo(404));
    as(handler)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", hasSize(0))
        .body("assignBy", notNullValue());
    as(handler)
        .get("/api/v1/order-items?status=UNASSIGNED&limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as(handler)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/acknowledgement")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-lead-unit"));
    as(handler)
        .body("{\"leadUnitCode\":\"%s\",\"deadlineClass\":\"GENERAL\"}".formatted(FALLBACK))
        .post("/api/v1/order-items/" + id + "/assignment")
        .then()
        .statusCode(403);
    assign(id).then().statusCode(200);
    assertThat(statusFor(handler, id), equalTo(404));
  }

  @Test
  void one_unit_is_the_fallback() {
    as(TEAM)
        .get("/api/v1/units?limit=200")
        .then()
        .statusCode(200)
        .body("items.findAll { it.fallback }.code", equalTo(List.of(FALLBACK)));
  }

  @Test
  void an_assignment_policy_is_a_kind_of_its_own_and_gives_no_rework() {
    String policy =
        """
        {"kind": "ASSIGNMENT", "deadlineClass": "PLANNED", "limit": "PT8H", "warnAt": 0.5, %s "validFrom": "2098-01-01T00:00:00Z"}
        """;
    as(District.ADMIN)
        .body(policy.formatted("\"reworkShare\": 0.5,"))
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reworkShare"))
        .body("errors[0].code", equalTo("no-rework-of-assignment"));
    as(District.ADMIN)
        .body(policy.formatted(""))
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(201)
        .body("ruleVersion", equalTo("ASSIGNMENT/PLANNED/2"))
        .body("kind", equalTo("ASSIGNMENT"))
        .body("reworkShare", nullValue());
    as(District.ADMIN)
        .body(policy.formatted("").replace("ASSIGNMENT", "RECTIFICATION"))
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            equalTo(List.of("deadlineClass limit-comes-from-plan", "reworkShare required")));
    as(TEAM)
        .get("/api/v1/sla-policies?kind=ASSIGNMENT&limit=200")
        .then()
        .statusCode(200)
        .body("items.kind.unique()", equalTo(List.of("ASSIGNMENT")))
        .body("items.ruleVersion", not(hasItem("GENERAL/1")));
  }
}
