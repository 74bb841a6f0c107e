package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.ACCEPTED;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.REFUSED;
import static org.bihuan.dispatch.ItemActs.RETURN;
import static org.bihuan.dispatch.ItemActs.RETURN_TO_NOBODY;
import static org.bihuan.dispatch.ItemActs.decideReturn;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.instant;
import static org.bihuan.dispatch.ItemActs.post;
import static org.bihuan.dispatch.ItemActs.requestReturn;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units return items that are not their business, and the special team decides. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ReturnTest {

  private static final String OTHER = "TRAFFIC_POLICE";

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static String returned(String id, String unit) {
    return requestReturn(id, unit).then().statusCode(201).extract().path("id");
  }

  private List<Told> told(String id, int count) {
    return district.awaitTold("dispatch.events", district.item(id).getString("problemId"), count);
  }

  private static Response acknowledgeAs(String unit, String id) {
    return post(handlerOf(unit), id, "/acknowledgement", "{}");
  }

  @Test
  void a_request_leaves_the_item_with_its_unit_and_the_clock_running() {
    String id = district.issued();
    JsonPath before = district.item(id);
    Response answer = requestReturn(id, "交警市北大队");
    answer
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .header("ETag", notNullValue())
        .body("status", equalTo("OPEN"))
        .body("itemId", equalTo(id))
        .body("clauseCode", equalTo("OUTSIDE_AREA"))
        .body("suggestedUnit.code", equalTo(OTHER))
        .body("rulingNeeded", equalTo(false))
        .body("requestedBy.unitCode", equalTo(ENFORCEMENT))
        .body("decidedAt", nullValue());
    String request = answer.path("id");
    JsonPath after = district.item(id);
    assertThat(after.getString("status"), equalTo("RETURN_REQUESTED"));
    assertThat(after.getString("openReturnRequestId"), equalTo(request));
    assertThat(after.getString("leadUnit.code"), equalTo(ENFORCEMENT));
    assertThat(after.getString("dueAt"), equalTo(before.getString("dueAt")));
    assertThat(after.getString("light"), equalTo("GREEN"));
    assertThat(
        after.getList("allowedActions"),
        equalTo(List.of("ACCEPT_RETURN", "REFUSE_RETURN", "CANCEL")));
    as(HANDLER)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", equalTo(List.of("WITHDRAW_RETURN")));
    String tag =
        as(TEAM).get(answer.header("Location")).then().statusCode(200).extract().header("ETag");
    as(TEAM).header("If-None-Match", tag).get(answer.header("Location")).then().statusCode(304);
    assertThat(get(id, "/return-requests").getList("items.id"), equalTo(List.of(request)));
    clock.forward(Duration.ofHours(49));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_refused_return_leaves_item_and_limit_as_they_were(boolean acknowledged) {
    String id = acknowledged ? district.acknowledged() : district.issued();
    JsonPath before = district.item(id);
    String request = returned(id, OTHER);
    clock.forward(Duration.ofHours(20));
    decideReturn(id, request, REFUSED)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("status", equalTo("REFUSED"))
        .body("opinion", equalTo("职责明确"))
        .body("decidedBy.role", equalTo("SPECIAL_TEAM"))
        .body("decidedAt", notNullValue())
        .body("assignedUnit", nullValue());
    JsonPath after = district.item(id);
    for (String same : List.of("status", "dueAt", "orderId", "leadUnit.code", "issuedAt")) {
      assertThat(after.getString(same), equalTo(before.getString(same)));
    }
    assertThat(after.getString("openReturnRequestId"), nullValue());
    assertThat(get(id, "/clock").getList("segments"), hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_return_can_be_taken_back_by_the_unit_alone(boolean acknowledged) {
    String id = acknowledged ? district.acknowledged() : district.issued();
    JsonPath before = district.item(id);
    String withdrawal = "/return-requests/" + returned(id, OTHER) + "/withdrawal";
    as(TEAM).post("/api/v1/order-items/" + id + withdrawal).then().statusCode(403);
    as(HANDLER)
        .post("/api/v1/order-items/" + id + withdrawal)
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"))
        .body("decidedBy.unitCode", equalTo(ENFORCEMENT));
    as(HANDLER)
        .post("/api/v1/order-items/" + id + withdrawal)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-decided"))
        .body("requestStatus", equalTo("WITHDRAWN"));
    JsonPath after = district.item(id);
    assertThat(after.getString("status"), equalTo(before.getString("status")));
    assertThat(after.getString("dueAt"), equalTo(before.getString("dueAt")));
    // Within the window it may ask again.
    returned(id, OTHER);
  }

  @Test
  void an_accepted_return_goes_on_a_new_order_of_the_suggested_unit_with_a_fresh_limit() {
    String id = district.issued();
    JsonPath before = district.item(id);
    String request = returned(id, OTHER);
    clock.forward(Duration.ofHours(5));
    decideReturn(id, request, ACCEPTED)
        .then()
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"))
        .body("assignedUnit.code", equalTo(OTHER));
    JsonPath after = district.item(id);
    assertThat(after.getString("status"), equalTo("ISSUED"));
    assertThat(after.getString("leadUnit.code"), equalTo(OTHER));
    assertThat(after.getString("orderId"), not(equalTo(before.getString("orderId"))));
    assertThat(
        Duration.between(instant(after, "issuedAt"), instant(after, "dueAt")),
        equalTo(Duration.ofHours(48)));
    assertThat(instant(after, "issuedAt").isAfter(instant(before, "issuedAt")), equalTo(true));
    assertThat(
        get(id, "/history").getList("items.action"),
        equalTo(List.of("ISSUE", "REQUEST_RETURN", "ACCEPT_RETURN", "ASSIGN")));
    assertThat(get(id, "/clock").getList("segments.counted"), equalTo(List.of(false, true)));
    as(HANDLER).get("/api/v1/order-items/" + id).then().statusCode(404);
    acknowledgeAs(OTHER, id).then().statusCode(200);
    as(TEAM)
        .get("/api/v1/orders/" + before.getString("orderId"))
        .then()
        .body("status", equalTo("CANCELLED"));
    List<Told> told = told(id, 5);
    assertThat(
        told.stream().map(Told::type).toList(),
        equalTo(
            List.of(
                "dispatch.item-issued.v1",
                "dispatch.item-return-requested.v1",
                "dispatch.item-return-decided.v1",
                "dispatch.item-issued.v1",
                "dispatch.item-acknowledged.v1")));
    assertThat(told.get(1).json().getString("requestId"), equalTo(request));
    assertThat(told.get(1).json().getString("suggestedUnit.code"), equalTo(OTHER));
    assertThat(told.get(2).json().getString("decision"), equalTo("ACCEPTED"));
    assertThat(told.get(3).json().getString("leadUnit.code"), equalTo(OTHER));
  }

  @Test
  void the_team_may_give_it_to_another_unit_than_the_suggested_one() {
    String id = district.issued();
    String request = returned(id, OTHER);
    decideReturn(id, request, "{\"decision\": \"ACCEPTED\", \"leadUnitCode\": \"HOUSING_BUREAU\"}")
        .then()
        .statusCode(200)
        .body("assignedUnit.code", equalTo("HOUSING_BUREAU"))
        .body("suggestedUnit.code", equalTo(OTHER));
    assertThat(district.item(id).getString("leadUnit.code"), equalTo("HOUSING_BUREAU"));
  }

  @Test
  void without_a_unit_it_waits_for_the_team_against_the_limit_of_an_assignment() {
    String id = district.acknowledged();
    String request =
        post(HANDLER, id, "/return-requests", RETURN_TO_NOBODY)
            .then()
            .statusCode(201)
            .body("suggestedUnit", nullValue())
            .extract()
            .path("id");
    decideReturn(id, request, ACCEPTED).then().statusCode(200).body("assignedUnit", nullValue());
    JsonPath item = district.item(id);
    assertThat(item.getString("status"), equalTo("UNASSIGNED"));
    assertThat(item.getString("unassignedReason"), equalTo("RETURNED"));
    assertThat(item.getString("leadUnit"), nullValue());
    assertThat(item.getString("orderId"), nullValue());
    assertThat(item.getString("issuedAt"), nullValue());
    assertThat(item.getString("assignBy"), equalTo(item.getString("dueAt")));
    assertThat(get(id, "/clock").getString("limit"), equalTo("PT4H"));
    assertThat(
        told(id, 5).stream().map(Told::type).toList().subList(3, 5),
        equalTo(List.of("dispatch.item-return-decided.v1", "dispatch.item-unassigned.v1")));
    post(
            TEAM,
            id,
            "/assignment",
            "{\"leadUnitCode\": \"" + OTHER + "\", \"deadlineClass\": \"GENERAL\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("ISSUED"))
        .body("leadUnit.code", equalTo(OTHER));
  }

  @Test
  void what_was_returned_waits_for_a_hand_also_after_a_correction() {
    ProblemFiled problem = district.problem();
    String id = district.itemOf(problem).getString("items[0].id");
    String request =
        post(HANDLER, id, "/return-requests", RETURN_TO_NOBODY).then().extract().path("id");
    decideReturn(id, request, ACCEPTED).then().statusCode(200);
    district.tell(
        new ProblemCorrected(
            problem.problemId(),
            "STREET_OCCUPATION",
            DeadlineClass.GENERAL,
            problem.place(),
            clock.instant(),
            problem.actor()));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get(id, "/history").getString("items[-1].action"), equalTo("CORRECT"));
    assertThat(district.item(id).getString("status"), equalTo("UNASSIGNED"));
  }

  @Test
  void a_second_return_between_the_same_units_needs_a_ruling() {
    String id = district.issued();
    decideReturn(id, returned(id, OTHER), ACCEPTED).then().statusCode(200);
    post(handlerOf(OTHER), id, "/return-requests", RETURN.formatted("HOUSING_BUREAU"))
        .then()
        .statusCode(201)
        .body("rulingNeeded", equalTo(false));
    String first = get(id, "/return-requests").getString("items[1].id");
    decideReturn(id, first, REFUSED).then().statusCode(200);
    post(handlerOf(OTHER), id, "/return-requests", RETURN.formatted(ENFORCEMENT))
        .then()
        .statusCode(201)
        .body("rulingNeeded", equalTo(true));
    List<Told> told = told(id, 7);
    assertThat(told.get(4).json().getBoolean("rulingNeeded"), equalTo(false));
    assertThat(told.get(6).json().getBoolean("rulingNeeded"), equalTo(true));
  }

  @Test
  void a_return_is_asked_for_within_the_window_of_its_policy() {
    String id = district.issued();
    JsonPath item = district.item(id);
    assertThat(
        Duration.between(instant(item, "issuedAt"), instant(item, "returnUntil")),
        equalTo(Duration.ofHours(8)));
    as(HANDLER)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", hasItem("REQUEST_RETURN"));
    clock.forward(Duration.ofHours(8).plusSeconds(1));
    requestReturn(id, OTHER)
        .then()
        .statusCode(409)
        .body("code", equalTo("return-window-passed"))
        .body("returnUntil", equalTo(item.getString("returnUntil")))
        .body("title", equalTo("Too late to return the item"));
    as(HANDLER)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", not(hasItem("REQUEST_RETURN")));
    assertThat(district.item(id).getString("status"), equalTo("ISSUED"));
  }

  @Test
  void an_emergency_is_returned_within_twenty_minutes() {
    String id =
        district
            .itemOf(district.problem("STREET_OCCUPATION", DeadlineClass.EMERGENCY))
            .getString("items[0].id");
    JsonPath item = district.item(id);
    assertThat(
        Duration.between(instant(item, "issuedAt"), instant(item, "returnUntil")),
        equalTo(Duration.ofMinutes(20)));
  }

  @Test
  void every_fault_of_a_request_is_named_at_once() {
    String id = district.issued();
    post(
            HANDLER,
            id,
            "/return-requests",
            "{\"reason\": \"x\", \"clauseCode\": \"NO_SUCH\", \"suggestedUnitCode\": \"NOBODY\"}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("clauseCode", "suggestedUnitCode"))
        .body("errors.code", containsInAnyOrder("unknown-duty-clause", "unknown-unit"));
    requestReturn(id, ENFORCEMENT)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("suggestedUnitCode"))
        .body("errors[0].code", equalTo("same-unit"));
    post(HANDLER, id, "/return-requests", "{}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("reason", "clauseCode"));
    assertThat(district.item(id).getString("status"), equalTo("ISSUED"));
  }

  @Test
  void a_decision_says_why_and_names_a_unit_only_to_give_it_the_item() {
    String id = district.issued();
    String request = returned(id, OTHER);
    decideReturn(id, request, "{\"decision\": \"REFUSED\", \"leadUnitCode\": \"" + OTHER + "\"}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("opinion", "leadUnitCode"))
        .body("errors.code", containsInAnyOrder("required", "unit-of-refused-return"));
    decideReturn(
            id, request, "{\"decision\": \"ACCEPTED\", \"leadUnitCode\": \"" + ENFORCEMENT + "\"}")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("same-unit"));
    decideReturn(id, UUID.randomUUID().toString(), ACCEPTED)
        .then()
        .statusCode(404)
        .body("code", equalTo("request-not-found"));
    decideReturn(district.issued(), request, ACCEPTED)
        .then()
        .statusCode(404)
        .body("code", equalTo("request-not-found"));
    decideReturn(id, request, ACCEPTED).then().statusCode(200);
  }

  @Test
  void of_two_who_decide_at_once_one_does() {
    for (int i = 0; i < 5; i++) {
      String id = district.issued();
      String request = returned(id, OTHER);
      List<Integer> statuses =
          Stream.of(ACCEPTED, REFUSED)
              .map(
                  decision ->
                      CompletableFuture.supplyAsync(() -> decideReturn(id, request, decision)))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .map(Response::statusCode)
              .toList();
      assertThat(statuses, containsInAnyOrder(200, 409));
      assertThat(
          get(id, "/history").getList("items.findAll { it.action.endsWith('_RETURN') }"),
          hasSize(2));
    }
  }

  @Test
  void a_decision_about_another_version_is_refused() {
    String id = district.issued();
    String request = returned(id, OTHER);
    as(TEAM)
        .header("If-Match", "\"99.0\"")
        .body(ACCEPTED)
        .post("/api/v1/order-items/" + id + "/return-requests/" + request + "/decision")
        .then()
        .statusCode(412);
    String tag =
        as(TEAM).get("/api/v1/order-items/" + id + "/return-requests/" + request).header("ETag");
    as(TEAM)
        .header("If-Match", tag)
        .body(ACCEPTED)
        .post("/api/v1/order-items/" + id + "/return-requests/" + request + "/decision")
        .then()
        .statusCode(200);
  }

  @Test
  void calling_the_item_off_lets_the_request_lapse() {
    String id = district.issued();
    String request = returned(id, OTHER);
    post(TEAM, id, "/cancellation", "{\"reason\": \"误派\"}").then().statusCode(200);
    JsonPath lapsed = get(id, "/return-requests/" + request);
    assertThat(lapsed.getString("status"), equalTo("WITHDRAWN"));
    assertThat(lapsed.getString("decidedBy.role"), equalTo("SYSTEM"));
    assertThat(lapsed.getString("decidedBy.subject"), equalTo("cancel"));
    decideReturn(id, request, ACCEPTED)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-decided"));
  }

  @Test
  void duty_clauses_are_there_for_everybody_who_has_logged_in() {
    as(HANDLER)
        .get("/api/v1/duty-clauses")
        .then()
        .statusCode(200)
        .body("items.code", hasItem("OUTSIDE_AREA"))
        .body("items[0].code", equalTo("OUTSIDE_DUTY"))
        .body("items.find { it.code == 'PUBLIC_DRAINS' }.unitCode", equalTo("DRAINAGE_CENTRE"));
  }

  @Test
  void an_item_taken_over_by_a_new_order_has_a_window_of_its_own() {
    String id = district.issued();
    clock.forward(Duration.ofHours(9));
    String order =
        """
        {"kind": "SPECIAL", "leadUnitCode": "%s", "items": [{"problemId": "%s", "deadlineClass": "GENERAL"}]}
        """
            .formatted(ENFORCEMENT, district.item(id).getString("problemId"));
    as(TEAM).body(order).post("/api/v1/orders").then().statusCode(201);
    Instant until = instant(district.item(id), "returnUntil");
    assertThat(until.isAfter(clock.instant()), equalTo(true));
    returned(id, OTHER);
  }
}
