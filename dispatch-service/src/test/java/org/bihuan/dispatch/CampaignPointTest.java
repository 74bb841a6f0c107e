package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.CampaignActs.CATEGORY;
import static org.bihuan.dispatch.CampaignActs.NEEDS_WORK;
import static org.bihuan.dispatch.CampaignActs.campaign;
import static org.bihuan.dispatch.CampaignActs.plan;
import static org.bihuan.dispatch.CampaignActs.point;
import static org.bihuan.dispatch.CampaignActs.start;
import static org.bihuan.dispatch.CampaignActs.survey;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.f4b6a3.uuid.UuidCreator;
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
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.contract.Actor;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points of target lists: looked at one by one, planned, and only then worked on. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class CampaignPointTest {

  private static final String NOT_NEEDED =
      "{\"result\": \"NOT_NEEDED\", \"finding\": \"已入地\", \"reason\": \"产权单位已整治\"}";
  private static final String UNIT = "城管局";

  @Inject District district;
  @Inject DataSource database;

  @BeforeEach
  void the_district_is_known() {
    district.know(CATEGORY);
    district.know("SANITATION");
    district.knowSubdistrict(CampaignActs.PLACE);
    district.knowSubdistrict(CampaignActs.OTHER_PLACE);
  }

  private static String surveyed(String campaign) {
    String point = point(campaign, "1", null);
    survey(TEAM, point, NEEDS_WORK).then().statusCode(200);
    return point;
  }

  @Test
  void a_point_that_names_nobody_falls_to_the_fallback_unit_and_says_so() {
    String campaign = campaign();
    as(TEAM)
        .get(point(campaign, "1", null))
        .then()
        .body("unit.code", equalTo("URBAN_MANAGEMENT_BUREAU"))
        .body("unitByFallback", equalTo(true))
        .body("status", equalTo("LISTED"))
        .body("plan", nullValue());
    as(TEAM)
        .get(point(campaign, "2", UNIT))
        .then()
        .body("unit.code", equalTo("URBAN_MANAGEMENT_BUREAU"))
        .body("unitByFallback", equalTo(false));
  }

  @Test
  void no_work_begins_at_a_point_that_was_not_surveyed_or_has_no_plan() {
    String campaign = campaign();
    String point = point(campaign, "1", null);
    String item = district.issued();
    plan(TEAM, point).then().statusCode(200).body("plan.costEstimate.amount", equalTo("12000.00"));
    start(point, item)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("LISTED"));
    survey(TEAM, point, NEEDS_WORK).then().statusCode(200).body("status", equalTo("SURVEYED"));
    start(point, item)
        .then()
        .statusCode(200)
        .body("status", equalTo("IN_WORK"))
        .body("orderItemId", equalTo(item));
    String unplanned = point(campaign, "2", null);
    survey(TEAM, unplanned, NEEDS_WORK).then().statusCode(200);
    start(unplanned, district.issued())
        .then()
        .statusCode(409)
        .body("code", equalTo("point-without-plan"));
    as(TEAM)
        .get(campaign + "/points?planned=false&status=SURVEYED")
        .then()
        .body("items.number", contains("2"));
  }

  @Test
  void a_plan_without_person_or_cost_is_kept_and_lets_no_work_begin() {
    String point = surveyed(campaign());
    String item = district.issued();
    String open = "{\"measures\": \"线缆入地\", \"dueOn\": \"2026-12-20\", ";
    String person = "\"responsiblePerson\": \"市容科\"}";
    String cost = "\"costEstimate\": {\"amount\": \"0\", \"currency\": \"CNY\"}}";
    for (String named : List.of(person, cost)) {
      as(TEAM).body(open + named).post(point + "/plan").then().statusCode(200);
      start(point, item).then().statusCode(409).body("code", equalTo("point-plan-incomplete"));
    }
    as(TEAM)
        .body(open + person.replace("}", ", ") + cost)
        .post(point + "/plan")
        .then()
        .statusCode(200);
    start(point, item).then().statusCode(200).body("status", equalTo("IN_WORK"));
  }

  @Test
  void the_database_itself_lets_no_work_begin_without_a_plan() throws SQLException {
    String point = surveyed(campaign());
    String id = point.substring(point.lastIndexOf('/') + 1);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () ->
              statement.executeUpdate(
                  "update campaign_point set status = 'IN_WORK', item_id = '%s' where id = '%s'"
                      .formatted(district.issued(), id)));
      assertThrows(SQLException.class, () -> statement.executeUpdate("delete from point_survey"));
    }
  }

  @Test
  void once_work_has_begun_neither_finding_nor_plan_changes() {
    String point = surveyed(campaign());
    plan(TEAM, point).then().statusCode(200);
    start(point, district.issued()).then().statusCode(200);
    survey(TEAM, point, NOT_NEEDED).then().statusCode(409);
    plan(TEAM, point).then().statusCode(409).body("code", equalTo("illegal-transition"));
  }

  @Test
  void who_says_that_nothing_is_to_be_done_says_why_and_can_be_contradicted() {
    String campaign = campaign();
    String point = point(campaign, "1", null);
    survey(TEAM, point, NOT_NEEDED.replace("\"产权单位已整治\"", "null"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"))
        .body("errors[0].code", equalTo("required"));
    survey(TEAM, point, NOT_NEEDED.replace("NOT_NEEDED", "NEEDS_WORK"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("reason-without-dismissal"));
    survey(TEAM, point, NOT_NEEDED).then().statusCode(200).body("status", equalTo("NOT_NEEDED"));
    plan(TEAM, point).then().statusCode(409);
    survey(TEAM, point, NEEDS_WORK).then().statusCode(200).body("status", equalTo("SURVEYED"));
    as(TEAM)
        .get(point + "/surveys")
        .then()
        .statusCode(200)
        .body("items.result", contains("NOT_NEEDED", "NEEDS_WORK"))
        .body("items[0].reason", equalTo("产权单位已整治"))
        .body("items[0].surveyedBy.role", equalTo("SPECIAL_TEAM"));
  }

  @Test
  void an_item_is_of_the_category_and_the_sub_district_of_its_point_and_of_no_other_point() {
    String campaign = campaign("null", CATEGORY, "SANITATION");
    String point = surveyed(campaign);
    plan(TEAM, point).then().statusCode(200);
    String elsewhere =
        district.itemOf(district.problemIn(CampaignActs.OTHER_PLACE)).getString("items[0].id");
    start(point, elsewhere)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("item-elsewhere"));
    String item = district.issued();
    start(point, item).then().statusCode(200);
    String second = point(campaign, "2", null);
    survey(TEAM, second, NEEDS_WORK).then().statusCode(200);
    plan(TEAM, second).then().statusCode(200);
    start(second, item)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("item-of-other-point"));
    as(TEAM)
        .get("/api/v1/order-items/" + elsewhere + "/history")
        .then()
        .body("items", org.hamcrest.Matchers.hasSize(1));
  }

  @Test
  void a_point_waits_for_another_item_when_its_own_is_cancelled_or_leaves() {
    String campaign = campaign();
    String point = surveyed(campaign);
    plan(TEAM, point).then().statusCode(200);
    String cancelled = district.issued();
    start(point, cancelled).then().statusCode(200);
    as(TEAM)
        .body("{\"reason\": \"重复交办\"}")
        .post("/api/v1/order-items/" + cancelled + "/cancellation")
        .then()
        .statusCode(200);
    as(TEAM).get(point).then().body("status", equalTo("SURVEYED")).body("orderItemId", nullValue());
    start(point, cancelled).then().statusCode(400).body("errors[0].code", equalTo("item-ended"));
    String removed = district.issued();
    start(point, removed).then().statusCode(200);
    CampaignActs.remove(campaign, removed).then().statusCode(200);
    as(TEAM).get(point).then().body("status", equalTo("SURVEYED"));
    start(point, removed).then().statusCode(200).body("orderItemId", equalTo(removed));
  }

  @Test
  void a_survey_takes_along_photos_that_were_uploaded_for_it_each_once() {
    String point = surveyed(campaign());
    UUID photo = UuidCreator.getTimeOrderedEpoch();
    String body =
        "{\"result\": \"NEEDS_WORK\", \"finding\": \"线缆垂落\", \"attachmentIds\": [\"%s\"]}";
    Instant now = Instant.now();
    district.tell(
        new AttachmentStored(
            photo,
            "image/jpeg",
            1000,
            "7".repeat(64),
            null,
            null,
            now.plus(Duration.ofHours(24)),
            now,
            new Actor("SPECIAL_TEAM", null, "special-team")));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> survey(TEAM, point, body.formatted(photo)).statusCode(), is(200));
    String survey =
        as(TEAM)
            .get(point + "/surveys")
            .then()
            .body("items[0].attachmentIds", empty())
            .body("items[1].attachmentIds", contains(photo.toString()))
            .extract()
            .path("items[1].id");
    String pointId = point.substring(point.lastIndexOf('/') + 1);
    JsonPath told = district.awaitTold("dispatch.events", pointId, 2).get(1).json();
    assertEquals(survey, told.getString("surveyId"));
    assertEquals(photo.toString(), told.getString("attachments[0].id"));
    assertEquals("7".repeat(64), told.getString("attachments[0].sha256"));
    survey(TEAM, point, body.formatted(photo))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("attachment-used"));
    survey(TEAM, point, body.formatted("01935c0a-0000-7000-8000-000000000001"))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("attachmentIds[0]"))
        .body("errors[0].code", equalTo("unknown-attachment"));
  }

  @Test
  void the_team_the_unit_in_charge_and_the_sub_district_survey_a_point_and_nobody_else() {
    String campaign = campaign();
    String point = point(campaign, "1", UNIT);
    survey(handlerOf("URBAN_MANAGEMENT_BUREAU"), point, NEEDS_WORK).then().statusCode(200);
    plan(handlerOf("URBAN_MANAGEMENT_BUREAU"), point).then().statusCode(200);
    survey(Identity.of(Role.SUBDISTRICT).ofSubdistrict(CampaignActs.PLACE), point, NEEDS_WORK)
        .then()
        .statusCode(200);
    survey(handlerOf(ENFORCEMENT), point, NEEDS_WORK)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-point"));
    survey(Identity.of(Role.SUBDISTRICT).ofSubdistrict(CampaignActs.OTHER_PLACE), point, NEEDS_WORK)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-point"));
    survey(Identity.of(Role.UNIT_HANDLER).withoutUsualClaims(), point, NEEDS_WORK)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    survey(ADMIN, point, NEEDS_WORK).then().statusCode(403);
    as(handlerOf(ENFORCEMENT)).get(point).then().statusCode(200);
  }

  @Test
  void a_number_is_given_once_and_what_a_point_names_must_be_there() {
    String campaign = campaign();
    point(campaign, "1", null);
    String body =
        """
        {"number": "1", "address": "示例路", "subdistrictCode": "370203021", "categoryCode": "STREET_OCCUPATION"}
        """;
    as(TEAM)
        .body(body)
        .post(campaign + "/points")
        .then()
        .statusCode(409)
        .body("code", equalTo("point-exists"));
    as(TEAM)
        .body(
            """
            {"number": "9", "address": "示例路", "subdistrictCode": "没有", "categoryCode": "SANITATION",
             "unitCode": "没有的单位"}
            """)
        .post(campaign + "/points")
        .then()
        .statusCode(400)
        .body(
            "errors.code",
            containsInAnyOrder("unknown-subdistrict", "category-not-of-campaign", "unknown-unit"));
  }

  @Test
  void a_point_that_is_not_of_the_campaign_is_not_found() {
    as(TEAM)
        .get(campaign() + "/points/01935c0a-0000-7000-8000-000000000001")
        .then()
        .statusCode(404)
        .body("code", equalTo("point-not-found"));
  }

  @Test
  void the_points_of_a_closed_unit_go_to_its_successor() {
    String code = CampaignActs.code();
    as(ADMIN)
        .body(
            "{\"code\": \"%s\", \"name\": \"%s\", \"kind\": \"SUB_UNIT\", \"parentCode\": \"区民政局\"}"
                .formatted(code, code))
        .post("/api/v1/units")
        .then()
        .statusCode(201);
    String point = point(campaign(), "1", code);
    as(ADMIN)
        .body("{}")
        .post("/api/v1/units/" + code + "/closing")
        .then()
        .statusCode(409)
        .body("holds.campaignPoints", equalTo(1));
    as(ADMIN)
        .body("{\"successorCode\": \"区城管局\"}")
        .post("/api/v1/units/" + code + "/closing")
        .then()
        .statusCode(200);
    as(TEAM).get(point).then().body("unit.code", equalTo("URBAN_MANAGEMENT_BUREAU"));
    as(TEAM)
        .get(point.substring(0, point.lastIndexOf('/')) + "?unitCode=城管局&keyArea=台东商圈&q=示例路")
        .then()
        .body("items.number", hasItem("1"));
  }
}
