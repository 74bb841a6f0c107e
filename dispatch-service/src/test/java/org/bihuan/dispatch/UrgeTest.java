package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.post;
import static org.hamcrest.MatcherAssert.assertThat;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Units are urged, and items declared complex; neither moves a limit. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class UrgeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COMPLEX = "{\"reason\": \"多家管线交错\"}";

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void the_team_urges_as_often_as_it_sees_fit_and_no_limit_moves() {
    String id = district.acknowledged();
    String dueAt = district.item(id).getString("dueAt");
    for (String text : List.of("请抓紧办理", "今日务必回复")) {
      post(TEAM, id, "/urges", "{\"text\": \"" + text + "\"}")
          .then()
          .statusCode(201)
          .body("id", notNullValue())
          .body("text", equalTo(text))
          .body("urgedBy.role", equalTo("SPECIAL_TEAM"));
    }
    assertThat(get(id, "/urges").getList("items.text"), equalTo(List.of("请抓紧办理", "今日务必回复")));
    as(HANDLER)
        .get("/api/v1/order-items/" + id + "/urges")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
    assertThat(district.item(id).getString("dueAt"), equalTo(dueAt));
    Told told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 3).get(2);
    assertThat(told.type(), equalTo("dispatch.item-urged.v1"));
    assertThat(told.json().getString("text"), equalTo("请抓紧办理"));
    post(TEAM, id, "/urges", "{}").then().statusCode(400).body("errors[0].field", equalTo("text"));
  }

  @Test
  void a_unit_that_has_not_acknowledged_within_four_hours_is_urged_once() {
    String id = district.issued();
    String acknowledged = district.acknowledged();
    clock.forward(Duration.ofHours(3));
    assertThat(get(id, "/urges").getList("items"), empty());
    clock.forward(Duration.ofHours(1).plusSeconds(5));
    await().atMost(PATIENCE).until(() -> get(id, "/urges").getList("items").size(), equalTo(1));
    JsonPath urges = get(id, "/urges");
    assertThat(urges.getString("items[0].text"), nullValue());
    assertThat(urges.getString("items[0].urgedBy.role"), equalTo("SYSTEM"));
    assertThat(urges.getString("items[0].urgedBy.subject"), equalTo("sla-watch"));
    clock.forward(Duration.ofHours(33));
    await()
        .atMost(PATIENCE)
        .until(() -> get(id, "/history").getList("items.action"), hasItem("WARN"));
    assertThat(
        get(id, "/history").getList("items.action"), equalTo(List.of("ISSUE", "URGE", "WARN")));
    await()
        .atMost(PATIENCE)
        .until(() -> get(acknowledged, "/history").getList("items.action"), hasItem("WARN"));
    assertThat(get(acknowledged, "/urges").getList("items"), empty());
  }

  @Test
  void another_issue_is_another_urge() {
    String id = district.issued();
    clock.forward(Duration.ofHours(4).plusSeconds(5));
    await().atMost(PATIENCE).until(() -> get(id, "/urges").getList("items").size(), equalTo(1));
    as(TEAM)
        .body(
            """
            {"kind": "SPECIAL", "leadUnitCode": "%s", "items": [{"problemId": "%s", "deadlineClass": "GENERAL"}]}
            """
                .formatted(District.ENFORCEMENT, district.item(id).getString("problemId")))
        .post("/api/v1/orders")
        .then()
        .statusCode(201);
    clock.forward(Duration.ofHours(4).plusSeconds(5));
    await().atMost(PATIENCE).until(() -> get(id, "/urges").getList("items").size(), equalTo(2));
  }

  @Test
  void lead_unit_and_team_alike_declare_an_item_complex_and_once() {
    String byUnit = district.acknowledged();
    String dueAt = district.item(byUnit).getString("dueAt");
    post(HANDLER, byUnit, "/complexity", COMPLEX)
        .then()
        .statusCode(200)
        .body("difficulty.level", equalTo("D1_TEAM_COORDINATION"))
        .body("difficulty.reason", equalTo("多家管线交错"))
        .body("difficulty.declaredBy.unitCode", equalTo(District.ENFORCEMENT))
        .body("difficulty.declaredAt", notNullValue())
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("dueAt", equalTo(dueAt))
        .body("allowedActions", not(hasItem("DECLARE_COMPLEX")));
    post(TEAM, byUnit, "/complexity", COMPLEX)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-complex"));
    String byTeam = district.issued();
    post(TEAM, byTeam, "/complexity", COMPLEX)
        .then()
        .statusCode(200)
        .body("difficulty.declaredBy.role", equalTo("SPECIAL_TEAM"));
    List<String> found =
        as(TEAM)
            .get("/api/v1/order-items?limit=200&difficulty=D1_TEAM_COORDINATION")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.id");
    assertThat(found, hasItem(byUnit));
    assertThat(found, hasItem(byTeam));
    assertThat(found, not(hasItem(district.issued())));
    Told told =
        district
            .awaitTold("dispatch.events", district.item(byUnit).getString("problemId"), 3)
            .get(2);
    assertThat(told.type(), equalTo("dispatch.item-declared-complex.v1"));
  }

  @Test
  void another_unit_declares_nothing() {
    String id =
        district
            .itemOf(district.problem("CABLE_TANGLE", DeadlineClass.GENERAL))
            .getString("items[0].id");
    post(handlerOf("BIG_DATA_BUREAU"), id, "/complexity", COMPLEX)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-lead-unit"));
    post(handlerOf("EDUCATION_BUREAU"), id, "/complexity", COMPLEX).then().statusCode(404);
    post(HANDLER, id, "/urges", "{\"text\": \"x\"}").then().statusCode(403);
  }
}
