package org.bihuan.dispatch;

import static org.bihuan.dispatch.CampaignActs.CAMPAIGNS;
import static org.bihuan.dispatch.CampaignActs.CATEGORY;
import static org.bihuan.dispatch.CampaignActs.add;
import static org.bihuan.dispatch.CampaignActs.campaign;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a campaign counts as done, and what it sums up. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class CampaignProgressTest {

  @Inject District district;

  @BeforeEach
  void the_district_is_known() {
    district.know(CATEGORY);
    district.knowSubdistrict(CampaignActs.PLACE);
    district.knowSubdistrict(CampaignActs.OTHER_PLACE);
  }

  private String acknowledgedIn(String subdistrict) {
    String id = district.itemOf(district.problemIn(subdistrict)).getString("items[0].id");
    district.acknowledge(id).then().statusCode(200);
    return id;
  }

  private void reply(String id, String outcomes) {
    as(handlerOf(ENFORCEMENT))
        .body(
            """
            {"kind": "FINAL", "cause": "线缆老化", "measures": "拆除", "resultSummary": "已清", "outcomes": [%s]}
            """
                .formatted(outcomes))
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(201);
  }

  private void accept(String id) {
    district
        .review(id, district.newestReply(id), "{\"decision\": \"ACCEPTED\"}")
        .then()
        .statusCode(200);
  }

  private void writeOff(String id) {
    accept(id);
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
  }

  private static String outcome(String measure, String quantity, String unit, String qualifier) {
    return """
        {"measure": "%s", "quantity": %s, "unit": "%s", "qualifier": %s}
        """
        .formatted(measure, quantity, unit, qualifier);
  }

  private static JsonPath progress(String campaign, String query) {
    return as(TEAM).get(campaign + "/progress" + query).then().statusCode(200).extract().jsonPath();
  }

  @Test
  void only_what_is_written_off_is_done_and_any_lower_bound_makes_the_sum_one() {
    String campaign = campaign();
    String first = acknowledgedIn(CampaignActs.PLACE);
    String second = acknowledgedIn(CampaignActs.PLACE);
    String third = acknowledgedIn(CampaignActs.OTHER_PLACE);
    add(campaign, first, second, third).then().statusCode(200);
    reply(
        first,
        outcome("拆除旧线缆", "4810", "METRE", "\"EXACT\"")
            + ","
            + outcome("新敷设线缆", "4000", "METRE", "\"AT_LEAST\""));
    reply(
        second,
        outcome("拆除 旧线缆", "0.5", "METRE", "null")
            + ","
            + outcome("新敷设线缆", "1", "METRE", "null")
            + ","
            + outcome("新敷设线缆", "3", "PLACE", "null"));
    reply(third, outcome("拆除旧线缆", "999", "METRE", "null"));
    writeOff(first);
    writeOff(second);
    accept(third);
    JsonPath progress = progress(campaign, "");
    assertEquals(187, progress.getInt("target"));
    assertEquals(2, progress.getInt("done"));
    assertEquals(3, progress.getInt("byCategory[0].target"));
    assertEquals(2, progress.getInt("byCategory[0].done"));
    assertEquals(CATEGORY, progress.getString("byCategory[0].code"));
    assertEquals(2, progress.getInt("bySubdistrict.find { it.code == '370203021' }.done"));
    assertEquals(0, progress.getInt("bySubdistrict.find { it.code == '370203022' }.done"));
    assertEquals(1, progress.getInt("bySubdistrict.find { it.code == '370203022' }.items"));
    as(TEAM)
        .get(campaign + "/progress")
        .then()
        .body("outcomes", hasSize(3))
        .body("outcomes.find { it.measure == '拆除 旧线缆' }.quantity", equalTo(4810.5f))
        .body("outcomes.find { it.measure == '拆除 旧线缆' }.qualifier", equalTo("EXACT"))
        .body("outcomes.find { it.measure == '拆除 旧线缆' }.items", equalTo(2))
        .body(
            "outcomes.find { it.measure == '新敷设线缆' && it.unit == 'METRE' }.quantity", equalTo(4001))
        .body(
            "outcomes.find { it.measure == '新敷设线缆' && it.unit == 'METRE' }.qualifier",
            equalTo("AT_LEAST"))
        .body("outcomes.find { it.unit == 'PLACE' }.qualifier", equalTo("EXACT"));
    String list = "/api/v1/order-items?count=exact&status=WRITTEN_OFF&campaignId=";
    as(TEAM)
        .get(list + campaign.substring(CAMPAIGNS.length() + 1))
        .then()
        .body("total", equalTo(2));
  }

  @Test
  void an_item_that_failed_its_recheck_counts_by_its_last_accepted_reply_alone() {
    String campaign = campaign();
    String item = acknowledgedIn(CampaignActs.PLACE);
    add(campaign, item).then().statusCode(200);
    reply(item, outcome("拆除旧线缆", "100", "METRE", "\"AT_LEAST\""));
    accept(item);
    district.tellRecheckFailed(item, 0);
    district.awaitStatus(item, "REWORK");
    reply(item, outcome("拆除旧线缆", "120", "METRE", "null"));
    assertEquals(0, progress(campaign, "").getInt("done"));
    writeOff(item);
    as(TEAM)
        .get(campaign + "/progress")
        .then()
        .body("done", equalTo(1))
        .body("outcomes.quantity", contains(120))
        .body("outcomes.qualifier", contains("EXACT"));
  }

  @Test
  void points_count_by_key_area_and_those_where_nothing_is_to_be_done_are_no_target() {
    String campaign = campaign();
    String worked = CampaignActs.point(campaign, "1", null);
    String dismissed = CampaignActs.point(campaign, "2", null);
    CampaignActs.point(campaign, "3", null);
    CampaignActs.survey(TEAM, worked, CampaignActs.NEEDS_WORK).then().statusCode(200);
    CampaignActs.plan(TEAM, worked).then().statusCode(200);
    CampaignActs.survey(
            TEAM,
            dismissed,
            "{\"result\": \"NOT_NEEDED\", \"finding\": \"已入地\", \"reason\": \"产权单位已整治\"}")
        .then()
        .statusCode(200);
    String item = acknowledgedIn(CampaignActs.PLACE);
    CampaignActs.start(worked, item).then().statusCode(200);
    String loose = acknowledgedIn(CampaignActs.PLACE);
    add(campaign, loose).then().statusCode(200);
    String cancelled = district.issued();
    add(campaign, cancelled).then().statusCode(200);
    as(TEAM)
        .body("{\"reason\": \"x\"}")
        .post("/api/v1/order-items/" + cancelled + "/cancellation")
        .then()
        .statusCode(200);
    reply(item, outcome("拆除旧线缆", "10", "METRE", "null"));
    reply(loose, outcome("拆除旧线缆", "5", "METRE", "null"));
    writeOff(item);
    writeOff(loose);
    as(TEAM)
        .get(campaign + "/progress")
        .then()
        .body("done", equalTo(2))
        .body("byCategory", hasSize(1))
        .body("byCategory[0].points", equalTo(3))
        .body("byCategory[0].surveyed", equalTo(2))
        .body("byCategory[0].notNeeded", equalTo(1))
        .body("byCategory[0].planned", equalTo(1))
        .body("byCategory[0].items", equalTo(2))
        .body("byCategory[0].target", equalTo(3))
        .body("byKeyArea", hasSize(2))
        .body("byKeyArea.find { it.code == '台东商圈' }.done", equalTo(1))
        .body("byKeyArea.find { it.code == null }.done", equalTo(1))
        .body("byKeyArea[1].code", nullValue())
        .body("outcomes.quantity", contains(15));
    as(TEAM)
        .get(campaign + "/progress?keyArea=台东商圈")
        .then()
        .body("done", equalTo(1))
        .body("outcomes.quantity", contains(10));
    as(TEAM).get(campaign + "/progress?keyArea=别处").then().body("byCategory", empty());
  }

  private static void cancel(String id) {
    as(TEAM)
        .body("{\"reason\": \"误派\"}")
        .post("/api/v1/order-items/" + id + "/cancellation")
        .then()
        .statusCode(200);
  }

  /** A point whose item waits for its re-check. */
  private String pointOfAccepted(String campaign, String item) {
    String point = CampaignActs.point(campaign, "1", null);
    CampaignActs.survey(TEAM, point, CampaignActs.NEEDS_WORK).then().statusCode(200);
    CampaignActs.plan(TEAM, point).then().statusCode(200);
    CampaignActs.start(point, item).then().statusCode(200);
    reply(item, outcome("拆除旧线缆", "10", "METRE", "null"));
    accept(item);
    return point;
  }

  @Test
  void a_write_off_that_crosses_the_cancellation_counts_for_the_point_of_the_item() {
    String campaign = campaign();
    String item = acknowledgedIn(CampaignActs.PLACE);
    String point = pointOfAccepted(campaign, item);
    cancel(item);
    as(TEAM).get(point).then().body("status", equalTo("SURVEYED")).body("orderItemId", nullValue());
    assertEquals(0, progress(campaign, "").getInt("byCategory[0].items"));
    district.tellWrittenOff(item);
    district.awaitStatus(item, "WRITTEN_OFF");
    as(TEAM)
        .get(point)
        .then()
        .body("status", equalTo("IN_WORK"))
        .body("orderItemId", equalTo(item));
    as(TEAM)
        .get(campaign + "/progress")
        .then()
        .body("done", equalTo(1))
        .body("byCategory[0].points", equalTo(1))
        .body("byCategory[0].items", equalTo(1))
        .body("byCategory[0].target", equalTo(1))
        .body("byKeyArea", hasSize(1))
        .body("byKeyArea[0].done", equalTo(1));
  }

  @Test
  void a_point_that_has_another_item_by_then_keeps_it() {
    String campaign = campaign();
    String item = acknowledgedIn(CampaignActs.PLACE);
    String point = pointOfAccepted(campaign, item);
    cancel(item);
    String next = acknowledgedIn(CampaignActs.PLACE);
    CampaignActs.start(point, next).then().statusCode(200);
    district.tellWrittenOff(item);
    district.awaitStatus(item, "WRITTEN_OFF");
    as(TEAM).get(point).then().body("orderItemId", equalTo(next));
    assertEquals(2, progress(campaign, "").getInt("byCategory[0].target"));
  }
}
