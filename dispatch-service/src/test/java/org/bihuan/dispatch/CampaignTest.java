package org.bihuan.dispatch;

import static org.bihuan.dispatch.CampaignActs.CAMPAIGNS;
import static org.bihuan.dispatch.CampaignActs.CATEGORY;
import static org.bihuan.dispatch.CampaignActs.add;
import static org.bihuan.dispatch.CampaignActs.campaign;
import static org.bihuan.dispatch.CampaignActs.close;
import static org.bihuan.dispatch.CampaignActs.code;
import static org.bihuan.dispatch.CampaignActs.create;
import static org.bihuan.dispatch.CampaignActs.remove;
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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns, which items they take in, and who may. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class CampaignTest {

  private static final String NO_ITEM = "01935c0a-0000-7000-8000-000000000001";

  @Inject District district;

  @BeforeEach
  void the_categories_are_known() {
    district.know(CATEGORY);
    district.know("SANITATION");
  }

  private String issuedOfOtherCategory() {
    return district
        .itemOf(district.problem("SANITATION", DeadlineClass.GENERAL))
        .getString("items[0].id");
  }

  @Test
  void there_are_thirteen_mechanisms() {
    as(Identity.of(Role.CHANNEL_CLERK))
        .get("/api/v1/mechanisms")
        .then()
        .statusCode(200)
        .body("items", hasSize(13))
        .body("items[0].name", equalTo("停车秩序管理"))
        .body("items[1].name", equalTo("违建治理拆后追缴"));
  }

  @Test
  void a_campaign_is_found_by_what_it_is_about() {
    String code = code();
    String id =
        create(code, "\"飞线整治\"", CATEGORY, "SANITATION")
            .then()
            .statusCode(201)
            .body("status", equalTo("OPEN"))
            .body("mechanismCode", equalTo("CABLE_TIDYING"))
            .body("target", equalTo(187))
            .body("closedAt", nullValue())
            .extract()
            .path("id");
    String query =
        CAMPAIGNS + "?status=OPEN&mechanismCode=飞线整治&on=2026-08-01&categoryCode=SANITATION";
    as(handlerOf(ENFORCEMENT))
        .get(query + "&q=" + code)
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
    as(TEAM).get(CAMPAIGNS + "?on=2026-07-31&q=" + code).then().body("items", empty());
    as(TEAM).get(CAMPAIGNS + "?status=CLOSED&q=" + code).then().body("items", empty());
  }

  @Test
  void what_is_wrong_with_a_campaign_is_named_all_at_once() {
    as(TEAM)
        .body(
            """
            {"code": "WRONG_1", "name": "错", "mechanismCode": "没有", "categories": ["NONE", "%s", "%s"],
             "from": "2026-08-02", "to": "2026-08-01", "target": 5}
            """
                .formatted(CATEGORY, CATEGORY))
        .post(CAMPAIGNS)
        .then()
        .statusCode(400)
        .body(
            "errors.code",
            containsInAnyOrder(
                "unknown-mechanism", "unknown-category", "duplicate", "before-first-day"));
    as(TEAM)
        .body("{\"code\": \"x\", \"name\": \"a\", \"categories\": [], \"target\": 0}")
        .post(CAMPAIGNS)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("code", "categories", "from", "to", "target"));
  }

  @Test
  void code_and_name_of_a_campaign_are_taken_once() {
    String code = code();
    create(code, "null", CATEGORY).then().statusCode(201);
    create(code, "null", CATEGORY).then().statusCode(409).body("code", equalTo("campaign-exists"));
    as(TEAM)
        .body(
            """
            {"code": "%s", "name": "%s", "categories": ["%s"], "from": "2026-08-01", "to": "2026-08-31",
             "target": 1}
            """
                .formatted(code(), code, CATEGORY))
        .post(CAMPAIGNS)
        .then()
        .statusCode(409)
        .body("code", equalTo("campaign-name-taken"));
  }

  private static Response replace(String campaign, String version, String mechanism, String... of) {
    return as(TEAM)
        .header("If-Match", version)
        .body(
            """
            {"name": "%s", "mechanismCode": %s, "categories": ["%s"], "from": "2026-08-01",
             "to": "2026-09-30", "target": 200}
            """
                .formatted(code(), mechanism, String.join("\", \"", of)))
        .put(campaign);
  }

  @Test
  void what_a_campaign_has_taken_in_bounds_how_it_can_change() {
    String campaign = campaign("null", CATEGORY, "SANITATION");
    String tag = as(TEAM).get(campaign).header("ETag");
    replace(campaign, tag, "\"CABLE_TIDYING\"", CATEGORY)
        .then()
        .statusCode(200)
        .body("target", equalTo(200))
        .body("to", equalTo("2026-09-30"));
    replace(campaign, tag, "null", CATEGORY).then().statusCode(412);
    as(TEAM).body("{}").put(campaign).then().statusCode(400);
    String other = campaign("null", CATEGORY, "SANITATION");
    add(other, district.issued()).then().statusCode(200);
    tag = as(TEAM).get(other).header("ETag");
    replace(other, tag, "\"CABLE_TIDYING\"", "SANITATION")
        .then()
        .statusCode(400)
        .body("errors.code", containsInAnyOrder("mechanism-in-use", "category-in-use"));
    replace(other, tag, "null", CATEGORY).then().statusCode(200);
  }

  @Test
  void a_closed_campaign_takes_nothing_more() {
    String campaign = campaign();
    String item = district.issued();
    add(campaign, item).then().statusCode(200);
    close(campaign)
        .then()
        .statusCode(200)
        .body("status", equalTo("CLOSED"))
        .body("conclusion", equalTo("基本完成"));
    String tag = as(TEAM).get(campaign).header("ETag");
    for (Response refused :
        List.of(
            close(campaign),
            add(campaign, district.issued()),
            remove(campaign, item),
            replace(campaign, tag, "null", CATEGORY),
            CampaignActs.importList(campaign, "编号,地址,街道,问题类别\n1,示例路,370203021,x\n", ""))) {
      refused.then().statusCode(409).body("code", equalTo("campaign-closed"));
    }
  }

  @Test
  void an_item_that_joins_or_leaves_says_so_in_its_history_and_in_a_fact() {
    String campaign = campaign();
    String item = district.acknowledged();
    String problem = district.item(item).getString("problemId");
    add(campaign, item).then().statusCode(200).body("items.id", contains(item));
    as(TEAM)
        .get("/api/v1/order-items?campaignId=" + campaign.substring(CAMPAIGNS.length() + 1))
        .then()
        .body("items.id", contains(item));
    remove(campaign, item).then().statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
    as(TEAM)
        .get("/api/v1/order-items?campaignId=" + campaign.substring(CAMPAIGNS.length() + 1))
        .then()
        .body("items", empty());
    as(TEAM)
        .get("/api/v1/order-items/" + item + "/history")
        .then()
        .body("items[-2].action", equalTo("JOIN_CAMPAIGN"))
        .body("items[-1].action", equalTo("LEAVE_CAMPAIGN"))
        .body("items[-1].reason.endsWith('不属于本次攻坚')", equalTo(true));
    as(TEAM)
        .get("/api/v1/order-items/" + item)
        .then()
        .body("allowedActions", not(hasItem("JOIN_CAMPAIGN")));
    List<Told> told = district.awaitTold("dispatch.events", problem, 4);
    assertEquals("dispatch.item-joined-campaign.v1", told.get(2).type());
    assertEquals("dispatch.item-left-campaign.v1", told.get(3).type());
    assertEquals(4, told.get(3).json().getInt("sequence"));
    remove(campaign, item).then().statusCode(404).body("code", equalTo("campaign-item-not-found"));
    add(campaign, item).then().statusCode(200);
  }

  @Test
  void items_are_taken_in_all_or_none_and_each_that_is_not_says_why() {
    String campaign = campaign("\"CABLE_TIDYING\"", CATEGORY);
    String there = district.issued();
    add(campaign, there).then().statusCode(200);
    String elsewhere = district.issued();
    add(campaign("\"STREET_TRADING\"", CATEGORY), elsewhere).then().statusCode(200);
    String cancelled = district.issued();
    as(TEAM)
        .body("{\"reason\": \"x\"}")
        .post("/api/v1/order-items/" + cancelled + "/cancellation")
        .then()
        .statusCode(200);
    String good = district.issued();
    add(campaign, good, there, elsewhere, cancelled, issuedOfOtherCategory(), NO_ITEM, good)
        .then()
        .statusCode(400)
        .body(
            "errors.collect { it.field + ' ' + it.code }",
            contains(
                "orderItemIds[1] item-in-campaign",
                "orderItemIds[2] item-of-other-mechanism",
                "orderItemIds[3] item-ended",
                "orderItemIds[4] item-of-other-category",
                "orderItemIds[5] unknown-order-item",
                "orderItemIds[6] duplicate"));
    as(TEAM)
        .get("/api/v1/order-items/" + good + "/history")
        .then()
        .body("items.action", not(hasItem("JOIN_CAMPAIGN")));
  }

  @Test
  void an_item_is_in_several_campaigns_as_long_as_they_do_not_differ_in_mechanism() {
    String item = district.issued();
    add(campaign("\"CABLE_TIDYING\"", CATEGORY), item).then().statusCode(200);
    add(campaign("\"CABLE_TIDYING\"", CATEGORY), item).then().statusCode(200);
    add(campaign(), item).then().statusCode(200);
  }

  @Test
  void an_item_issued_after_the_last_day_is_not_taken() {
    String code = code();
    String id =
        as(TEAM)
            .body(
                Map.of(
                    "code",
                    code,
                    "name",
                    code,
                    "categories",
                    List.of(CATEGORY),
                    "from",
                    "2026-04-01",
                    "to",
                    "2026-04-30",
                    "target",
                    1))
            .post(CAMPAIGNS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    add(CAMPAIGNS + "/" + id, district.issued())
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("item-after-campaign"));
  }

  @Test
  void only_the_special_team_runs_campaigns_and_whoever_works_on_items_reads_them() {
    String campaign = campaign();
    for (Identity who : List.of(ADMIN, handlerOf(ENFORCEMENT), Identity.of(Role.TOP_LEADER))) {
      as(who).get(campaign).then().statusCode(200);
      as(who).get(campaign + "/progress").then().statusCode(200);
      as(who).body("{}").post(CAMPAIGNS).then().statusCode(403);
      as(who).body("{}").post(campaign + "/items").then().statusCode(403);
      as(who).body("{}").post(campaign + "/closing").then().statusCode(403);
    }
    as(Identity.of(Role.CHANNEL_CLERK)).get(campaign).then().statusCode(403);
    as(TEAM)
        .get(CAMPAIGNS + "/" + NO_ITEM)
        .then()
        .statusCode(404)
        .body("code", equalTo("campaign-not-found"));
  }
}
