package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Units, work lines, sub-districts, routing rules and SLA policies. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ReferenceTest {

  @Inject District district;

  private static String change(String name, String aliases, String parent, boolean active) {
    return """
        {"name": "%s", "aliases": %s, "parentCode": %s, "phone": "0532-00000000", "active": %s}
        """
        .formatted(name, aliases, parent, active);
  }

  @Test
  void the_shipped_units_and_their_aliases_are_there() {
    JsonPath units = as(TEAM).get("/api/v1/units?limit=200&count=exact").jsonPath();
    assertThat(units.getInt("total"), greaterThanOrEqualTo(94));
    assertThat(
        units.getList("items.name"),
        hasItems(
            "区城管局", "市场监管局", "市场服务建设一中心", "桦林山管理所", "区委政法委", "市北交警", "大数据局", "行政执法局", "市政二公司"));
    as(TEAM)
        .get("/api/v1/units/HUALINSHAN_OFFICE")
        .then()
        .statusCode(200)
        .body("parentCode", equalTo("MARKET_SERVICE_CENTRE_1"));
    as(TEAM)
        .queryParam("q", "建设服务一")
        .get("/api/v1/units")
        .then()
        .statusCode(200)
        .body("items.code", equalTo(List.of("MARKET_SERVICE_CENTRE_1")));
    as(TEAM)
        .get("/api/v1/units/NOBODY")
        .then()
        .statusCode(404)
        .body("code", equalTo("unit-not-found"));
  }

  @Test
  void units_are_listed_by_kind_and_by_the_unit_above_them() {
    as(TEAM)
        .get("/api/v1/units?limit=1&count=exact&kind=DISTRICT_UNIT")
        .then()
        .body("total", equalTo(60));
    as(TEAM)
        .get("/api/v1/units?limit=1&count=exact&kind=EXTERNAL_PARTY")
        .then()
        .body("total", equalTo(6));
    as(TEAM)
        .queryParam("parentCode", "市场建设服务一中心")
        .get("/api/v1/units")
        .then()
        .body("items.code", equalTo(List.of("HUALINSHAN_OFFICE")))
        .body("items[0].kind", equalTo("SUB_UNIT"));
  }

  @Test
  void an_external_party_helps_and_never_leads() {
    district.know("TEST_EXTERNAL");
    as(ADMIN)
        .body("{\"categoryCode\": \"TEST_EXTERNAL\", \"leadUnitCode\": \"运营商一\"}")
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("external-not-lead"));
    as(ADMIN)
        .body(
            """
            {"categoryCode": "TEST_EXTERNAL", "leadUnitCode": "区城管局", "jointUnitCodes": ["运营商一"]}
            """)
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(201)
        .body("jointUnitCodes", equalTo(List.of("CABLE_OPERATOR_1")));
  }

  @Test
  void a_unit_is_added_and_one_that_nothing_needs_is_closed() {
    String added =
        """
        {"code": "NEW_CENTRE", "name": "区新设服务中心", "kind": "SUB_UNIT", "parentCode": "区民政局"}
        """;
    as(ADMIN)
        .body(added.replace("区民政局", ""))
        .post("/api/v1/units")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("parentCode"));
    as(ADMIN)
        .body(added.replace("SUB_UNIT", "EXTERNAL_PARTY"))
        .post("/api/v1/units")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("external-has-no-parent"));
    as(ADMIN).body(added).post("/api/v1/units").then().statusCode(201);
    as(ADMIN)
        .body(added)
        .post("/api/v1/units")
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-exists"));
    assertThat(
        district.awaitTold("reference.units", "NEW_CENTRE", 1).get(0).json().getString("kind"),
        equalTo("SUB_UNIT"));
    as(ADMIN)
        .body("{}")
        .post("/api/v1/units/CIVIL_AFFAIRS_BUREAU/closing")
        .then()
        .statusCode(409)
        .body("holds", equalTo(Map.of("subUnits", 1)));
    as(ADMIN)
        .body("{\"successorCode\": \"NEW_CENTRE\"}")
        .post("/api/v1/units/NEW_CENTRE/closing")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("own-successor"));
    as(ADMIN).body("{}").post("/api/v1/units/NEW_CENTRE/closing").then().statusCode(200);
    as(ADMIN)
        .body("{}")
        .post("/api/v1/units/NEW_CENTRE/closing")
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-closed"));
    as(ADMIN)
        .body("{}")
        .post("/api/v1/units/URBAN_MANAGEMENT_BUREAU/closing")
        .then()
        .statusCode(409)
        .body("code", equalTo("fallback-unit"));
  }

  @Test
  void the_units_are_published_for_the_other_services() {
    JsonPath told =
        district.awaitTold("reference.units", "MARKET_SERVICE_CENTRE_1", 1).get(0).json();
    assertThat(told.getList("aliases"), equalTo(List.of("市场建设服务一中心")));
  }

  @Test
  void an_administrator_changes_a_unit_and_it_is_published() {
    String path = "/api/v1/units/STATISTICS_BUREAU";
    String tag = as(ADMIN).get(path).header("ETag");
    as(ADMIN)
        .body(change("区统计局", "[]", "null", true))
        .put(path)
        .then()
        .statusCode(428)
        .body("code", equalTo("if-match-required"));
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("区统计和调查局", "[\"区统计局\", \"统计局\"]", "\"区财政局\"", true))
        .put(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("区统计和调查局"))
        .body("parentCode", equalTo("FINANCE_BUREAU"))
        .body("aliases", containsInAnyOrder("区统计局", "统计局"));
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("区统计局", "[]", "null", true))
        .put(path)
        .then()
        .statusCode(412);
    JsonPath told = district.awaitTold("reference.units", "STATISTICS_BUREAU", 2).get(1).json();
    assertThat(told.getString("name"), equalTo("区统计和调查局"));
    as(TEAM).queryParam("unitCode", "统计局").get("/api/v1/order-items").then().statusCode(200);
  }

  @Test
  void a_name_leads_to_one_unit_and_no_unit_is_its_own_ancestor() {
    String path = "/api/v1/units/MARKET_SERVICE_CENTRE_1";
    String tag = as(ADMIN).get(path).header("ETag");
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("市场服务建设一中心", "[\"大数据局\"]", "\"桦林山管理所\"", true))
        .put(path)
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("aliases[0]", "parentCode"))
        .body("errors.code", containsInAnyOrder("name-taken", "own-ancestor"));
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("市场服务建设一中心", "[]", "\"没有这个单位\"", true))
        .put(path)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
  }

  @Test
  void only_an_administrator_changes_reference_data() {
    for (Role role : Role.values()) {
      if (role != Role.ADMIN) {
        Identity who = Identity.of(role);
        as(who)
            .header("If-Match", "*")
            .body(change("x", "[]", "null", true))
            .put("/api/v1/units/AUDIT_BUREAU")
            .then()
            .statusCode(403);
        as(who).body("{}").post("/api/v1/routing-rules").then().statusCode(403);
        as(who).body("{}").post("/api/v1/sla-policies").then().statusCode(403);
        as(who).get("/api/v1/units?limit=1").then().statusCode(200);
      }
    }
  }

  @Test
  void the_work_lines_are_eleven_in_their_order() {
    as(TEAM)
        .get("/api/v1/work-lines")
        .then()
        .statusCode(200)
        .body("items", hasSize(11))
        .body("items[0].name", equalTo("市容环境整治提升"));
  }

  @Test
  void subdistricts_follow_what_intake_publishes() {
    district.tell(new SubdistrictPublished("370203021", "台东"));
    district.tell(new SubdistrictPublished("370203022", "旧名"));
    district.tell(new SubdistrictPublished("370203022", "镇江路"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> as(TEAM).get("/api/v1/subdistricts").jsonPath().getList("items.name"),
            hasItems("台东", "镇江路"));
  }

  @Test
  void a_new_rule_sends_the_problems_of_its_place_elsewhere_and_a_closed_unit_hands_it_on() {
    district.know("TEST_CATEGORY");
    district.knowSubdistrict("370203021");
    as(ADMIN)
        .body(
            """
            {"categoryCode": "TEST_CATEGORY", "subdistrictCode": "370203021", "leadUnitCode": "区审计局",
             "jointUnitCodes": ["区信访局"]}
            """)
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(201)
        .body("leadUnitCode", equalTo("AUDIT_BUREAU"))
        .body("jointUnitCodes", equalTo(List.of("PETITION_BUREAU")));
    assertThat(
        as(TEAM)
            .queryParam("categoryCode", "TEST_CATEGORY")
            .queryParam("at", Instant.now().plusSeconds(1).toString())
            .get("/api/v1/routing-rules")
            .jsonPath()
            .getList("items"),
        hasSize(1));
    JsonPath item = district.itemOf(district.problem("TEST_CATEGORY", DeadlineClass.GENERAL));
    assertThat(item.getString("items[0].leadUnit.code"), equalTo("AUDIT_BUREAU"));
    assertThat(item.getList("items[0].jointUnits.code"), hasItem("PETITION_BUREAU"));

    String tag = as(ADMIN).get("/api/v1/units/AUDIT_BUREAU").header("ETag");
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("区审计局", "[]", "null", false))
        .put("/api/v1/units/AUDIT_BUREAU")
        .then()
        .statusCode(409)
        .body("code", equalTo("unit-in-use"))
        .body("holds", equalTo(Map.of("openItems", 1, "routingRules", 1)));
    String successor = "{\"successorCode\": \"区信访局\"}";
    as(ADMIN)
        .body(successor)
        .post("/api/v1/units/AUDIT_BUREAU/closing")
        .then()
        .statusCode(409)
        .body("holds", equalTo(Map.of("openItems", 1)));
    as(TEAM)
        .body("{\"reason\": \"机构改革\"}")
        .post("/api/v1/order-items/" + item.getString("items[0].id") + "/cancellation")
        .then()
        .statusCode(200);
    as(ADMIN)
        .body(successor)
        .post("/api/v1/units/AUDIT_BUREAU/closing")
        .then()
        .statusCode(200)
        .body("active", equalTo(false))
        .body("successorCode", equalTo("PETITION_BUREAU"));
    JsonPath next = district.itemOf(district.problem("TEST_CATEGORY", DeadlineClass.GENERAL));
    assertThat(next.getString("items[0].leadUnit.code"), equalTo("PETITION_BUREAU"));
    assertThat(next.getList("items[0].jointUnits"), hasSize(0));
    as(ADMIN)
        .body("{\"categoryCode\": \"TEST_CATEGORY\", \"leadUnitCode\": \"区审计局\"}")
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("inactive-unit"));
  }

  @Test
  void a_rule_is_not_made_for_the_past() {
    district.know("TEST_CATEGORY");
    district.know("FUTURE_CATEGORY");
    as(ADMIN)
        .body(
            """
            {"categoryCode": "TEST_CATEGORY", "leadUnitCode": "区城管局", "validFrom": "2026-01-01T00:00:00+08:00"}
            """)
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("in-past"));
    String rule =
        """
        {"categoryCode": "FUTURE_CATEGORY", "leadUnitCode": "区城管局", "validFrom": "2199-01-01T00:00:00+08:00"}
        """;
    as(ADMIN).body(rule).post("/api/v1/routing-rules").then().statusCode(201);
    as(ADMIN)
        .body(rule)
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(409)
        .body("code", equalTo("routing-rule-exists"));
  }

  @Test
  void a_rule_is_made_for_what_is_published_alone() {
    as(ADMIN)
        .body("{\"categoryCode\": \"NO_CATEGORY\", \"leadUnitCode\": \"区城管局\"}")
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("categoryCode"))
        .body("errors[0].code", equalTo("unknown-category"));
    district.know("PLACED_CATEGORY");
    as(ADMIN)
        .body(
            """
            {"categoryCode": "PLACED_CATEGORY", "subdistrictCode": "999999999", "leadUnitCode": "区城管局"}
            """)
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("subdistrictCode"))
        .body("errors[0].code", equalTo("unknown-subdistrict"));
  }

  @Test
  void a_unit_is_read_and_changed_under_whatever_name() {
    String path = "/api/v1/units/{name}";
    String tag =
        as(TEAM)
            .get(path, "区城市管理局")
            .then()
            .statusCode(200)
            .body("code", equalTo("URBAN_MANAGEMENT_BUREAU"))
            .extract()
            .header("ETag");
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("区城管局", "[\"区城市管理局\", \"城管局\"]", "null", true))
        .put(path, "城管局")
        .then()
        .statusCode(200)
        .body("code", equalTo("URBAN_MANAGEMENT_BUREAU"));
  }

  @Test
  void names_that_differ_in_blanks_width_or_case_alone_are_one_name() {
    String tag = as(ADMIN).get("/api/v1/units/{name}", "大数据局").header("ETag");
    String code = as(ADMIN).get("/api/v1/units/{name}", "大数据局").path("code");
    for (String alike : List.of("区城 管局", "区城\u3000管局")) {
      as(ADMIN)
          .header("If-Match", tag)
          .body(change(alike, "[]", "null", true))
          .put("/api/v1/units/" + code)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("name"))
          .body("errors[0].code", equalTo("name-taken"));
    }
    as(ADMIN)
        .header("If-Match", tag)
        .body(change("大数据局", "[\"大数据局A\", \"大数据局ａ\"]", "null", true))
        .put("/api/v1/units/" + code)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("aliases[1]"))
        .body("errors[0].code", equalTo("duplicate"));
  }

  @Test
  void every_fault_of_a_policy_is_named_at_once() {
    as(ADMIN)
        .body(
            """
            {"deadlineClass": "PLANNED", "limit": "PT30S", "warnAt": 0.5, "reworkShare": 0.5,
             "validFrom": "2026-01-01T00:00:00+08:00"}
            """)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("deadlineClass", "limit", "validFrom"));
    as(ADMIN)
        .body(
            """
            {"deadlineClass": "GENERAL", "limit": "two days", "warnAt": 1.5, "reworkShare": 0.123,
             "validFrom": "2199-01-01T00:00:00+08:00"}
            """)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("limit", "warnAt", "reworkShare"));
  }

  @Test
  void a_policy_has_windows_within_its_limit_and_an_assignment_has_none() {
    as(ADMIN)
        .body(
            """
            {"deadlineClass": "GENERAL", "limit": "PT24H", "warnAt": 0.5, "reworkShare": 0.5,
             "returnWindow": "PT24H1S", "acknowledgeWithin": "PT30S",
             "validFrom": "2198-01-01T00:00:00+08:00"}
            """)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("returnWindow", "acknowledgeWithin"))
        .body("errors.code", containsInAnyOrder("range", "range"));
    as(ADMIN)
        .body(
            """
            {"kind": "ASSIGNMENT", "deadlineClass": "GENERAL", "limit": "PT4H", "warnAt": 0.5,
             "returnWindow": "PT1H", "acknowledgeWithin": "PT1H",
             "validFrom": "2198-01-01T00:00:00+08:00"}
            """)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(400)
        .body(
            "errors.code",
            containsInAnyOrder("no-window-of-assignment", "no-window-of-assignment"));
    as(ADMIN)
        .body(
            """
            {"deadlineClass": "GENERAL", "limit": "PT24H", "warnAt": 0.5, "reworkShare": 0.5,
             "returnWindow": "PT3H", "validFrom": "2198-01-01T00:00:00+08:00"}
            """)
        .post("/api/v1/sla-policies")
        .then()
        .statusCode(201)
        .body("returnWindow", equalTo("PT3H"))
        .body("acknowledgeWithin", equalTo("PT2H"));
  }

  @Test
  void the_three_shipped_policies_are_in_force() {
    JsonPath policies =
        as(TEAM).get("/api/v1/sla-policies?limit=200&deadlineClass=GENERAL").jsonPath();
    assertThat(policies.getString("items[-1].ruleVersion"), equalTo("GENERAL/1"));
    assertThat(policies.getString("items[-1].limit"), equalTo("PT48H"));
    assertThat(policies.getString("items[-1].returnWindow"), equalTo("PT8H"));
    assertThat(policies.getString("items[-1].acknowledgeWithin"), equalTo("PT4H"));
  }
}
