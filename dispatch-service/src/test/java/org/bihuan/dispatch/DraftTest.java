package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
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
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that are not issued yet. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class DraftTest {

  private static final String ORDERS = "/api/v1/orders/";

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static String body(String unit, UUID... problems) {
    StringBuilder lines = new StringBuilder();
    for (UUID problem : problems) {
      lines.append(lines.isEmpty() ? "" : ",");
      lines.append("{\"problemId\": \"%s\", \"deadlineClass\": \"GENERAL\"}".formatted(problem));
    }
    return """
    {"kind": "SPECIAL", "leadUnitCode": "%s", "jointUnitCodes": ["大数据局"], "draft": true, "items": [%s]}
    """
        .formatted(unit, lines);
  }

  private ProblemFiled unassigned() {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    district.itemOf(problem);
    return problem;
  }

  private static JsonPath draft(UUID... problems) {
    return as(TEAM)
        .body(body("MARKET_SERVICE_CENTRE_1", problems))
        .post("/api/v1/orders")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static Response issue(String id) {
    return as(TEAM).post(ORDERS + id + "/issue");
  }

  private static Response replace(String id, String version, UUID... problems) {
    return as(TEAM)
        .header("If-Match", "\"" + version + "\"")
        .body(body(ENFORCEMENT, problems))
        .put(ORDERS + id);
  }

  @Test
  void a_draft_has_no_number_and_changes_nothing_for_its_items() {
    ProblemFiled problem = unassigned();
    JsonPath draft = draft(problem.problemId());
    assertThat(draft.getString("status"), equalTo("DRAFT"));
    assertThat(draft.getString("serial"), nullValue());
    assertThat(draft.getString("issuedAt"), nullValue());
    assertThat(draft.getList("items"), empty());
    assertThat(draft.getList("allowedActions"), containsInAnyOrder("EDIT", "DISCARD", "ISSUE"));
    assertThat(draft.getString("draft.jointUnits[0].code"), equalTo("BIG_DATA_BUREAU"));
    assertThat(draft.getString("draft.items[0].problemSerial"), equalTo(problem.problemSerial()));
    assertThat(draft.getString("draft.items[0].fault"), nullValue());
    assertThat(
        district.awaitItem(problem.problemId()).getString("items[0].status"),
        equalTo("UNASSIGNED"));
  }

  @Test
  void issuing_a_draft_takes_the_number_and_starts_the_limits_then() {
    ProblemFiled problem = unassigned();
    String id = draft(problem.problemId()).getString("id");
    clock.forward(Duration.ofHours(3));
    Instant before = clock.instant();
    JsonPath order =
        issue(id)
            .then()
            .statusCode(200)
            .body("serial", notNullValue())
            .body("status", equalTo("ISSUED"))
            .body("draft", nullValue())
            .body("allowedActions", contains("CANCEL"))
            .body("items", hasSize(1))
            .body("items[0].jointUnits[0].code", equalTo("BIG_DATA_BUREAU"))
            .extract()
            .jsonPath();
    Instant issuedAt = Instant.parse(order.getString("items[0].issuedAt"));
    assertThat(issuedAt.isBefore(before), equalTo(false));
    assertThat(
        Duration.between(issuedAt, Instant.parse(order.getString("items[0].dueAt"))),
        equalTo(Duration.ofHours(48)));
    issue(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("ISSUED"))
        .body("requestedAction", equalTo("ISSUE"))
        .body("allowedActions", contains("CANCEL"));
  }

  @Test
  void drafts_take_no_number_so_none_is_missing() {
    String first = issue(draft(unassigned().problemId()).getString("id")).path("serial");
    String discarded = draft(unassigned().problemId()).getString("id");
    as(TEAM).delete(ORDERS + discarded).then().statusCode(204);
    as(TEAM)
        .get(ORDERS + discarded)
        .then()
        .statusCode(404)
        .body("code", equalTo("order-not-found"));
    String second = issue(draft(unassigned().problemId()).getString("id")).path("serial");
    assertThat(number(second), equalTo(number(first) + 1));
  }

  @Test
  void a_draft_that_changed_meanwhile_is_not_thrown_away() {
    String draft = draft(unassigned().problemId()).getString("id");
    as(TEAM).header("If-Match", "\"999\"").delete(ORDERS + draft).then().statusCode(412);
    as(TEAM).get(ORDERS + draft).then().statusCode(200);
  }

  private static int number(String serial) {
    return Integer.parseInt(serial.replaceAll(".*〕(\\d+)号", "$1"));
  }

  @Test
  void a_draft_is_replaced_by_who_knows_its_version() {
    ProblemFiled one = unassigned();
    ProblemFiled other = unassigned();
    JsonPath draft = draft(one.problemId());
    String id = draft.getString("id");
    as(TEAM).body(body(ENFORCEMENT, other.problemId())).put(ORDERS + id).then().statusCode(428);
    replace(id, draft.getString("version"), other.problemId(), one.problemId())
        .then()
        .statusCode(200)
        .body("status", equalTo("DRAFT"))
        .body("leadUnit.code", equalTo(ENFORCEMENT))
        .body(
            "draft.items.problemId",
            contains(other.problemId().toString(), one.problemId().toString()));
    replace(id, draft.getString("version"), one.problemId())
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
  }

  @Test
  void what_is_issued_is_neither_replaced_nor_thrown_away() {
    ProblemFiled problem = unassigned();
    String id = draft(problem.problemId()).getString("id");
    String version = String.valueOf(issue(id).<Integer>path("version"));
    replace(id, version, problem.problemId())
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("requestedAction", equalTo("EDIT"));
    as(TEAM)
        .delete(ORDERS + id)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("requestedAction", equalTo("DISCARD"));
  }

  @Test
  void a_draft_whose_items_have_changed_is_not_issued_until_it_is_saved_anew() {
    ProblemFiled moved = unassigned();
    ProblemFiled taken = district.problem();
    String takenItem = district.itemOf(taken).getString("items[0].id");
    ProblemFiled free = unassigned();
    JsonPath draft = draft(moved.problemId(), taken.problemId(), free.problemId());
    String id = draft.getString("id");
    issue(draft(moved.problemId()).getString("id")).then().statusCode(200);
    district.acknowledge(takenItem).then().statusCode(200);

    issue(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("draft-outdated"))
        .body("errors.field", contains("items[0].problemId", "items[1].problemId"))
        .body("errors.code", contains("item-moved", "item-not-assignable"))
        .body("errors[0].message", notNullValue());
    as(TEAM)
        .get(ORDERS + id)
        .then()
        .body("status", equalTo("DRAFT"))
        .body("draft.items.fault", contains("item-moved", "item-not-assignable", null));
    replace(id, draft.getString("version"), moved.problemId(), free.problemId())
        .then()
        .statusCode(200)
        .body("draft.items.fault", contains(nullValue(), nullValue()));
    issue(id).then().statusCode(200).body("items", hasSize(2));
  }

  @Test
  void faults_of_a_draft_are_named_together() {
    UUID unknown = UUID.randomUUID();
    as(TEAM)
        .body(body(ENFORCEMENT, unknown, unknown))
        .post("/api/v1/orders")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-problem", "named-twice"));
  }

  @Test
  void nobody_but_the_special_team_sees_drafts() {
    String id = draft(unassigned().problemId()).getString("id");
    as(TEAM)
        .get("/api/v1/orders?status=DRAFT&limit=200")
        .then()
        .body("items.id", hasItem(id))
        .body("items.findAll {it.status != 'DRAFT'}", empty());
    as(TEAM).get("/api/v1/orders?limit=200").then().body("items.id", not(hasItem(id)));
    as(TEAM)
        .get("/api/v1/orders?status=ISSUED&status=CANCELLED&limit=200")
        .then()
        .body("items.id", not(hasItem(id)));
    for (Identity other :
        new Identity[] {
          Identity.of(Role.TOP_LEADER), handlerOf("MARKET_SERVICE_CENTRE_1"), District.ADMIN
        }) {
      as(other).get(ORDERS + id).then().statusCode(404);
      as(other).get("/api/v1/orders?status=DRAFT").then().statusCode(200).body("items", empty());
    }
  }

  @Test
  void a_draft_is_not_printed() {
    String id = draft(unassigned().problemId()).getString("id");
    as(TEAM)
        .get(ORDERS + id + "/document")
        .then()
        .statusCode(409)
        .body("code", equalTo("order-not-issued"));
  }
}
