package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.post;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.bihuan.dispatch.District.Told;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.Test;

/** Plans for single items (一事一策). */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class PlanTest {

  private static final String PLAN =
      """
      {"situation": "屋面老化", "extent": "涉及 24 户",
       "steps": [
         {"text": "入户勘察", "from": "2026-12-01", "to": "2026-12-05", "responsiblePerson": "经办人甲"},
         {"text": "屋面翻修", "from": "2026-12-06", "to": "%s", "responsiblePerson": "经办人乙", "state": "UNDER_WAY"}],
       "responsiblePerson": "科室负责人", "plannedDays": 30,
       "costEstimate": {"amount": "120000.5", "currency": "CNY"}, "fundSource": "大修资金", "risks": "连续降雨"}
      """;

  @Inject District district;
  @Inject MovableClock clock;

  private static Response file(Identity who, String id, String lastDay, String match) {
    var request = as(who).body(PLAN.formatted(lastDay));
    return (match == null ? request : request.header("If-Match", match))
        .put("/api/v1/order-items/" + id + "/plan");
  }

  @Test
  void every_change_of_a_plan_is_another_version() {
    String id = district.acknowledged();
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/plan")
        .then()
        .statusCode(404)
        .body("code", equalTo("plan-not-found"));
    String tag =
        file(HANDLER, id, "2026-12-31", null)
            .then()
            .statusCode(200)
            .header("ETag", startsWith("\"1."))
            .body("version", equalTo(1))
            .body("situation", equalTo("屋面老化"))
            .body("extent", equalTo("涉及 24 户"))
            .body("steps.state", contains("TO_DO", "UNDER_WAY"))
            .body("costEstimate.amount", equalTo("120000.50"))
            .body("filedBy.unitCode", equalTo(ENFORCEMENT))
            .extract()
            .header("ETag");
    file(HANDLER, id, "2027-01-10", null).then().statusCode(428);
    file(HANDLER, id, "2027-01-10", "\"7\"").then().statusCode(412);
    file(HANDLER, id, "2027-01-10", tag).then().statusCode(200).body("version", equalTo(2));
    file(HANDLER, id, "2027-01-11", tag).then().statusCode(412);
    assertThat(get(id, "/plan").getString("steps[1].to"), equalTo("2027-01-10"));
    assertThat(get(id, "/plan/versions").getList("items.version"), contains(1, 2));
    assertThat(
        get(id, "/plan/versions").getList("items.collect { it.steps[1].to }"),
        contains("2026-12-31", "2027-01-10"));
    assertThat(get(id, "").getInt("planVersion"), equalTo(2));
    Told told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 4).get(3);
    assertThat(told.type(), equalTo("dispatch.item-plan-filed.v1"));
    assertThat(told.json().getInt("planVersion"), equalTo(2));
    assertThat(get(id, "/clock").getList("segments.cause"), contains("ISSUE"));
  }

  @Test
  void only_the_lead_unit_files_a_plan_and_while_it_works_on_the_item() {
    String id = district.acknowledged();
    file(TEAM, id, "2026-12-31", null).then().statusCode(403);
    file(handlerOf("EDUCATION_BUREAU"), id, "2026-12-31", null).then().statusCode(404);
    String replied = district.replied();
    file(HANDLER, replied, "2026-12-31", null)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
  }

  @Test
  void a_step_does_not_end_before_it_begins() {
    file(HANDLER, district.acknowledged(), "2026-12-05", null)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("steps[1].to"))
        .body("errors[0].code", equalTo("before-start-of-step"));
  }

  @Test
  void what_has_a_date_of_its_own_is_not_replied_without_a_plan() {
    String id = district.acknowledged();
    post(HANDLER, id, "/complexity", "{\"reason\": \"管线交错\"}").then().statusCode(200);
    String meeting =
        as(TEAM)
            .body(
                """
                {"kind": "COORDINATION", "scheduledAt": "%s", "place": "x",
                 "attendees": [{"unitCode": "%s"}], "agenda": [{"orderItemId": "%s"}]}
                """
                    .formatted(clock.instant(), ENFORCEMENT, id))
            .post("/api/v1/meetings")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(TEAM).body("{\"attended\": [1]}").post("/api/v1/meetings/" + meeting + "/holding");
    as(TEAM)
        .body(
            "{\"orderItemId\": \"%s\", \"kind\": \"PLAN_DATE\", \"text\": \"一月内完成\", \"dueOn\": \"%s\"}"
                .formatted(id, DistrictTime.day(clock.instant()).plusDays(30)))
        .post("/api/v1/meetings/" + meeting + "/decisions")
        .then()
        .statusCode(201);
    as(HANDLER)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", not(hasItem("REPLY")))
        .body("allowedActions", hasItem("FILE_PLAN"));
    district.replyFinally(id).then().statusCode(409).body("code", equalTo("plan-missing"));
    file(HANDLER, id, "2026-12-31", null).then().statusCode(200);
    district.replyFinally(id).then().statusCode(201);
    String reply = district.newestReply(id);
    district.review(id, reply, "{\"decision\":\"ACCEPTED\"}").then().statusCode(200);
    district.tellRecheckFailed(id, 0);
    assertThat(district.awaitStatus(id, "REWORK").getString("deadlineClass"), equalTo("PLANNED"));
  }
}
