package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** Many orders issued at once: from a selection of problems, and of drafts. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class BatchTest {

  private static final String CENTRE = "MARKET_SERVICE_CENTRE_1";

  @Inject District district;

  private ProblemFiled filed(String category) {
    ProblemFiled problem = district.problem(category, DeadlineClass.GENERAL);
    district.itemOf(problem);
    return problem;
  }

  private static Map<String, Object> item(ProblemFiled problem, String unit) {
    Map<String, Object> item = new HashMap<>();
    item.put("problemId", problem.problemId());
    item.put("leadUnitCode", unit);
    return item;
  }

  private static Response issue(boolean dryRun, List<Map<String, Object>> items) {
    return as(TEAM)
        .body(Map.of("kind", "ROUTINE", "dryRun", dryRun, "items", items))
        .post("/api/v1/orders/batch");
  }

  private String statusOf(ProblemFiled problem) {
    return district.awaitItem(problem.problemId()).getString("items[0].status");
  }

  @Test
  void a_selection_becomes_one_order_for_each_unit() {
    ProblemFiled routed = filed("STREET_OCCUPATION");
    ProblemFiled named = filed("OTHER");
    ProblemFiled other = filed("OTHER");
    List<Map<String, Object>> items =
        List.of(item(named, CENTRE), item(routed, null), item(other, "市场建设服务一中心"));

    issue(true, items)
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("orders", hasSize(2))
        .body("orders.id", everyItem(nullValue()))
        .body("orders.serial", everyItem(nullValue()))
        .body("orders[0].items[0].dueAt", notNullValue());
    assertThat(statusOf(named), equalTo("UNASSIGNED"));

    issue(false, items)
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(false))
        .body("orders.leadUnit.code", contains(CENTRE, ENFORCEMENT))
        .body("orders.serial", everyItem(notNullValue()))
        .body(
            "orders[0].items.problemSerial", contains(named.problemSerial(), other.problemSerial()))
        .body("orders[0].items[0].why.kind", equalTo("BY_HAND"))
        .body("orders[1].items.problemSerial", contains(routed.problemSerial()));
    assertThat(statusOf(named), equalTo("ISSUED"));
    assertThat(statusOf(other), equalTo("ISSUED"));
  }

  @Test
  void nothing_of_a_selection_is_issued_when_one_problem_cannot_be() {
    ProblemFiled good = filed("OTHER");
    ProblemFiled nobodys = filed("OTHER");
    ProblemFiled taken = district.problem();
    district.acknowledge(district.itemOf(taken).getString("items[0].id")).then().statusCode(200);
    Map<String, Object> planned = item(good, CENTRE);
    planned.put("deadlineClass", "PLANNED");
    Map<String, Object> unknown = new HashMap<>(Map.of("problemId", UUID.randomUUID()));
    List<Map<String, Object>> items =
        List.of(
            planned,
            item(good, CENTRE),
            item(nobodys, null),
            item(taken, CENTRE),
            item(filed("OTHER"), "没有的单位"),
            unknown);
    for (boolean dryRun : new boolean[] {true, false}) {
      issue(dryRun, items)
          .then()
          .statusCode(400)
          .body("code", equalTo("invalid-request"))
          .body(
              "errors.field",
              contains(
                  "items[0].deadlineClass",
                  "items[1].problemId",
                  "items[2].leadUnitCode",
                  "items[3].problemId",
                  "items[4].leadUnitCode",
                  "items[5].problemId"))
          .body(
              "errors.code",
              contains(
                  "no-limit-for-class",
                  "named-twice",
                  "no-unit-by-rule",
                  "item-not-assignable",
                  "unknown-unit",
                  "unknown-problem"));
    }
    assertThat(statusOf(good), equalTo("UNASSIGNED"));
  }

  private static String draft(ProblemFiled problem) {
    return as(TEAM)
        .body(
            Map.of(
                "kind",
                "BULLETIN",
                "draft",
                true,
                "leadUnitCode",
                CENTRE,
                "items",
                List.of(Map.of("problemId", problem.problemId(), "deadlineClass", "FACILITY"))))
        .post("/api/v1/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Response issueDrafts(boolean dryRun, String... ids) {
    return as(TEAM)
        .body(Map.of("dryRun", dryRun, "draftIds", List.of(ids)))
        .post("/api/v1/orders/batch/drafts");
  }

  @Test
  void drafts_are_issued_together_in_the_order_in_which_they_are_named() {
    String one = draft(filed("OTHER"));
    String two = draft(filed("OTHER"));
    issueDrafts(true, two, one)
        .then()
        .statusCode(200)
        .body("orders.id", contains(two, one))
        .body("orders.serial", everyItem(nullValue()));
    as(TEAM).get("/api/v1/orders/" + one).then().body("status", equalTo("DRAFT"));
    issueDrafts(false, two, one)
        .then()
        .statusCode(200)
        .body("orders.id", contains(two, one))
        .body("orders.serial", everyItem(notNullValue()))
        .body("orders[0].items[0].deadlineClass", equalTo("FACILITY"));
    as(TEAM).get("/api/v1/orders/" + one).then().body("status", equalTo("ISSUED"));
  }

  @Test
  void no_draft_is_issued_when_one_cannot_be() {
    ProblemFiled shared = filed("OTHER");
    String first = draft(shared);
    String second = draft(shared);
    String issued = draft(filed("OTHER"));
    issueDrafts(false, issued).then().statusCode(200);
    issueDrafts(false, first, second, issued, first, UUID.randomUUID().toString())
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            contains("draftIds[1].items[0].problemId", "draftIds[2]", "draftIds[3]", "draftIds[4]"))
        .body("errors.code", contains("named-twice", "not-a-draft", "duplicate", "unknown-draft"));
    as(TEAM).get("/api/v1/orders/" + first).then().body("status", equalTo("DRAFT"));
  }
}
