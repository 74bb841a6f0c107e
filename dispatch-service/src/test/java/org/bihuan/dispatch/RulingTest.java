package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.ACCEPTED;
import static org.bihuan.dispatch.ItemActs.REFUSED;
import static org.bihuan.dispatch.ItemActs.RETURN;
import static org.bihuan.dispatch.ItemActs.decideReturn;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.instant;
import static org.bihuan.dispatch.ItemActs.post;
import static org.bihuan.dispatch.UnitActs.addUnit;
import static org.bihuan.dispatch.UnitActs.closeUnit;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The special team rules on what two units return to each other, and like cases follow it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class RulingTest {

  private static final String FIRST = "HOUSING_BUREAU";
  private static final String SECOND = "TRAFFIC_POLICE";

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private record Dispute(String itemId, String requestId) {}

  /** A category of its own, which a rule gives to {@link #FIRST}. */
  private String category(String code) {
    district.know(code);
    district.knowSubdistrict("370203021");
    as(ADMIN)
        .body("{\"categoryCode\": \"%s\", \"leadUnitCode\": \"%s\"}".formatted(code, FIRST))
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(201);
    return code;
  }

  private JsonPath item(String category) {
    return district.itemOf(district.problem(category, DeadlineClass.GENERAL));
  }

  private static String returned(String id, String from, String to) {
    return post(handlerOf(from), id, "/return-requests", RETURN.formatted(to))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The first unit has returned it to the second, and that one wants to return it to the first. */
  private Dispute dispute(String category) {
    return dispute(category, FIRST, SECOND);
  }

  private Dispute dispute(String category, String first, String second) {
    String id = item(category).getString("items[0].id");
    decideReturn(id, returned(id, first, second), ACCEPTED).then().statusCode(200);
    return new Dispute(id, returned(id, second, first));
  }

  private static Response rule(Dispute dispute, String unit, String more) {
    return post(
        TEAM,
        dispute.itemId(),
        "/return-requests/" + dispute.requestId() + "/ruling",
        """
        {"leadUnitCode": "%s", "clauseCode": "OWNER_DUTY", "reason": "由主管部门督促"%s}
        """
            .formatted(unit, more));
  }

  private static Response withdraw(String rulingId) {
    return as(TEAM)
        .body("{\"reason\": \"职责已划转\"}")
        .post("/api/v1/rulings/" + rulingId + "/withdrawal");
  }

  @Test
  void what_has_gone_back_and_forth_is_ruled_upon_and_not_decided_again() {
    Dispute dispute = dispute(category("RULED_NEEDED"));
    for (String decision : List.of(ACCEPTED, REFUSED)) {
      decideReturn(dispute.itemId(), dispute.requestId(), decision)
          .then()
          .statusCode(409)
          .body("code", equalTo("ruling-needed"))
          .body("title", equalTo("A ruling is needed"));
    }
    String id = item("RULED_NEEDED").getString("items[0].id");
    rule(new Dispute(id, returned(id, FIRST, SECOND)), SECOND, "")
        .then()
        .statusCode(409)
        .body("code", equalTo("ruling-not-needed"));
    as(handlerOf(FIRST))
        .body("{}")
        .post(
            "/api/v1/order-items/%s/return-requests/%s/ruling"
                .formatted(dispute.itemId(), dispute.requestId()))
        .then()
        .statusCode(403);
  }

  @Test
  void the_other_unit_gets_it_on_a_new_order_with_a_fresh_limit() {
    Dispute dispute = dispute(category("RULED_MOVED"));
    JsonPath before = district.item(dispute.itemId());
    clock.forward(Duration.ofHours(3));
    Response answer = rule(dispute, FIRST, "");
    String ruling =
        answer
            .then()
            .statusCode(201)
            .header("Location", notNullValue())
            .body("returnedBy.code", equalTo(SECOND))
            .body("suggestedUnit.code", equalTo(FIRST))
            .body("leadUnit.code", equalTo(FIRST))
            .body("precedent", equalTo(false))
            .body("inForce", equalTo(false))
            .body("categoryCode", nullValue())
            .body("words", equalTo("裁定 " + answer.path("number")))
            .body("ruledBy.role", equalTo("SPECIAL_TEAM"))
            .extract()
            .path("id");
    JsonPath after = district.item(dispute.itemId());
    assertThat(after.getString("status"), equalTo("ISSUED"));
    assertThat(after.getString("leadUnit.code"), equalTo(FIRST));
    assertThat(after.getString("orderId"), not(equalTo(before.getString("orderId"))));
    assertThat(
        Duration.between(instant(after, "issuedAt"), instant(after, "dueAt")),
        equalTo(Duration.ofHours(48)));
    assertThat(after.getString("why.kind"), equalTo("RULING"));
    assertThat(after.getString("why.id"), equalTo(ruling));
    assertThat(after.getString("why.by.role"), equalTo("SPECIAL_TEAM"));
    JsonPath requests = get(dispute.itemId(), "/return-requests");
    assertThat(requests.getList("items.status"), equalTo(List.of("ACCEPTED", "ACCEPTED")));
    List<Told> told = district.awaitTold("dispatch.events", after.getString("problemId"), 7);
    assertThat(told.get(5).json().getString("rulingId"), equalTo(ruling));
    assertThat(told.get(6).json().getString("why.id"), equalTo(ruling));
    rule(dispute, FIRST, "").then().statusCode(409).body("code", equalTo("already-decided"));
    withdraw(ruling).then().statusCode(409).body("code", equalTo("no-precedent"));
  }

  @Test
  void the_unit_that_has_it_keeps_it_under_its_old_limit() {
    Dispute dispute = dispute(category("RULED_KEPT"));
    JsonPath before = district.item(dispute.itemId());
    rule(dispute, SECOND, "").then().statusCode(201);
    JsonPath after = district.item(dispute.itemId());
    for (String same : List.of("dueAt", "orderId", "leadUnit.code", "issuedAt")) {
      assertThat(after.getString(same), equalTo(before.getString(same)));
    }
    assertThat(after.getString("status"), equalTo("ISSUED"));
    assertThat(after.getString("why.kind"), equalTo("RULING"));
    assertThat(
        get(dispute.itemId(), "/history").getString("items[-1].why.kind"), equalTo("RULING"));
  }

  @Test
  void what_was_ruled_to_be_a_units_business_is_not_returned_again() {
    Dispute dispute = dispute(category("RULED_LAST"));
    String ruling = rule(dispute, FIRST, "").then().statusCode(201).extract().path("id");
    post(handlerOf(FIRST), dispute.itemId(), "/return-requests", RETURN.formatted(SECOND))
        .then()
        .statusCode(409)
        .body("code", equalTo("ruled-upon"))
        .body("title", equalTo("It was ruled upon"))
        .body("rulingId", equalTo(ruling));
    assertThat(
        as(handlerOf(FIRST))
            .get("/api/v1/order-items/" + dispute.itemId())
            .jsonPath()
            .getList("allowedActions"),
        not(hasItem("REQUEST_RETURN")));
  }

  @Test
  void a_unit_that_a_precedent_names_is_not_closed() {
    String unit = "RULED_CENTRE";
    addUnit(unit);
    String ruling =
        rule(dispute(category("RULED_CLOSING")), unit, ", \"precedent\": true")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    closeUnit(unit)
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-in-use"))
        .body("holds.precedents", equalTo(1));
    withdraw(ruling).then().statusCode(200);
    closeUnit(unit).then().statusCode(409).body("holds.precedents", nullValue());
  }

  @Test
  void a_precedent_routes_the_next_like_case_before_all_rules_until_it_is_withdrawn() {
    String category = category("RULED_PRECEDENT");
    Dispute dispute = dispute(category);
    Response answer = rule(dispute, SECOND, ", \"precedent\": true, \"place\": \"DISTRICT\"");
    String ruling =
        answer
            .then()
            .statusCode(201)
            .body("precedent", equalTo(true))
            .body("inForce", equalTo(true))
            .body("categoryCode", equalTo(category))
            .body("subdistrictCode", nullValue())
            .body("words", endsWith("：示例类别 × 全区"))
            .extract()
            .path("id");
    JsonPath next = item(category);
    assertThat(next.getString("items[0].leadUnit.code"), equalTo(SECOND));
    assertThat(next.getString("items[0].why.kind"), equalTo("PRECEDENT"));
    assertThat(next.getString("items[0].why.id"), equalTo(ruling));
    assertThat(next.getString("items[0].why.words"), equalTo(answer.path("words")));
    assertThat(rulings("inForce=true&categoryCode=" + category), equalTo(List.of(ruling)));
    withdraw(ruling)
        .then()
        .statusCode(200)
        .body("inForce", equalTo(false))
        .body("withdrawalReason", equalTo("职责已划转"))
        .body("withdrawnBy.role", equalTo("SPECIAL_TEAM"));
    withdraw(ruling).then().statusCode(409).body("code", equalTo("ruling-withdrawn"));
    assertThat(item(category).getString("items[0].leadUnit.code"), equalTo(FIRST));
    assertThat(rulings("inForce=true&categoryCode=" + category), equalTo(List.of()));
    assertThat(rulings("inForce=false&unitCode=交警市北大队"), hasItem(ruling));
    assertThat(district.item(next.getString("items[0].id")).getString("why.id"), equalTo(ruling));
  }

  @Test
  void the_narrower_precedent_goes_before_the_wider_and_then_the_newer_before_the_older() {
    String category = category("RULED_ORDER");
    rule(dispute(category), SECOND, ", \"precedent\": true, \"place\": \"DISTRICT\"")
        .then()
        .statusCode(201);
    rule(dispute(category, SECOND, FIRST), FIRST, ", \"precedent\": true").then().statusCode(201);
    rule(dispute(category, FIRST, SECOND), SECOND, ", \"precedent\": true, \"place\": \"DISTRICT\"")
        .then()
        .statusCode(201);
    assertThat(item(category).getString("items[0].leadUnit.code"), equalTo(FIRST));
    String newest =
        rule(dispute(category, FIRST, SECOND), SECOND, ", \"precedent\": true")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(item(category).getString("items[0].why.id"), equalTo(newest));
  }

  private static List<String> rulings(String query) {
    return as(TEAM)
        .get("/api/v1/rulings?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  @Test
  void a_precedent_is_for_the_subdistrict_of_its_case_when_nothing_else_is_said() {
    String category = category("RULED_PLACE");
    String ruling =
        rule(dispute(category), SECOND, ", \"precedent\": true")
            .then()
            .statusCode(201)
            .body("subdistrictCode", equalTo("370203021"))
            .body("words", endsWith("：示例类别 × 台东"))
            .extract()
            .path("id");
    assertThat(item(category).getString("items[0].why.id"), equalTo(ruling));
    String tag = as(TEAM).get("/api/v1/rulings/" + ruling).then().extract().header("ETag");
    as(TEAM).header("If-None-Match", tag).get("/api/v1/rulings/" + ruling).then().statusCode(304);
    as(handlerOf(FIRST)).get("/api/v1/rulings/" + ruling).then().statusCode(200);
  }

  @Test
  void every_fault_of_a_ruling_is_named_at_once() {
    Dispute dispute = dispute(category("RULED_FAULTS"));
    post(
            TEAM,
            dispute.itemId(),
            "/return-requests/" + dispute.requestId() + "/ruling",
            """
            {"leadUnitCode": "NOBODY", "clauseCode": "NO_SUCH", "reason": "x", "precedent": true,
             "place": "COMMUNITY"}
            """)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("leadUnitCode", "clauseCode", "place"))
        .body(
            "errors.code",
            containsInAnyOrder("unknown-unit", "unknown-duty-clause", "place-of-item-unknown"));
    rule(dispute, SECOND, ", \"place\": \"DISTRICT\"")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("place-without-precedent"));
    as(TEAM)
        .get("/api/v1/rulings/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("code", equalTo("ruling-not-found"));
    assertThat(district.item(dispute.itemId()).getString("status"), equalTo("RETURN_REQUESTED"));
  }
}
