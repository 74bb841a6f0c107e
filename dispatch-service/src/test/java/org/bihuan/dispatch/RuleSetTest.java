package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.UnitActs.addUnit;
import static org.bihuan.dispatch.UnitActs.closeUnit;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** A new rule set is made, runs in shadow, and takes the place of the active one. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class RuleSetTest {

  private static final String SETS = "/api/v1/routing-rule-sets";

  @Inject District district;

  private static Response make(String changes) {
    return as(ADMIN).body("{\"title\": \"职责调整\"" + changes + "}").post(SETS);
  }

  private static String made(String changes) {
    return make(changes).then().statusCode(201).extract().path("id");
  }

  private static Response activate(String id, String body) {
    return as(ADMIN).body(body).post(SETS + "/" + id + "/activation");
  }

  private static Response rehearse(String id, String query) {
    return as(TEAM).post(SETS + "/" + id + "/rehearsal?" + query);
  }

  private static Response addRule(String category, String unit) {
    return as(ADMIN)
        .body("{\"categoryCode\": \"%s\", \"leadUnitCode\": \"%s\"}".formatted(category, unit))
        .post("/api/v1/routing-rules");
  }

  private static String addition(String category, String unit) {
    return "{\"categoryCode\": \"%s\", \"leadUnitCode\": \"%s\"}".formatted(category, unit);
  }

  private static int cableRule() {
    return as(TEAM)
        .get(
            "/api/v1/routing-rules?categoryCode=CABLE_TANGLE&at="
                + Instant.now().plusSeconds(1)
                + "&setId="
                + activeSet())
        .jsonPath()
        .getInt("items[0].number");
  }

  private static String activeSet() {
    return as(TEAM)
        .get(SETS + "?limit=200")
        .jsonPath()
        .getString("items.find { it.status == 'ACTIVE' }.id");
  }

  private JsonPath itemOf(String category) {
    return district.itemOf(district.problem(category, DeadlineClass.GENERAL));
  }

  @Test
  void many_hands_on_the_sets_at_once_are_served_or_refused_and_never_fail() {
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<String> drafts = Stream.generate(() -> made("")).limit(4).toList();
    List<CompletableFuture<Void>> hands = new ArrayList<>();
    for (String draft : drafts) {
      hands.add(CompletableFuture.runAsync(() -> answers.add(activate(draft, "{}").statusCode())));
      hands.add(CompletableFuture.runAsync(() -> answers.add(make("").statusCode())));
    }
    hands.forEach(CompletableFuture::join);
    assertThat(answers, everyItem(oneOf(200, 201, 409)));
    assertThat(answers, hasItem(200));
  }

  @Test
  void a_rehearsal_shows_where_a_set_would_decide_otherwise_and_changes_nothing() {
    district.know("SHADOW_MOVED");
    district.know("SHADOW_NEW");
    addRule("SHADOW_MOVED", ENFORCEMENT).then().statusCode(201);
    String moved = itemOf("SHADOW_MOVED").getString("items[0].id");
    String found = itemOf("SHADOW_NEW").getString("items[0].id");
    String rule =
        as(TEAM)
            .get("/api/v1/routing-rules?categoryCode=SHADOW_MOVED")
            .jsonPath()
            .getString("items[0].number");
    String set =
        made(
            ", \"removals\": [%s], \"additions\": [%s, %s]"
                .formatted(
                    rule,
                    addition("SHADOW_MOVED", "HOUSING_BUREAU"),
                    addition("SHADOW_NEW", "TRAFFIC_POLICE")));
    JsonPath result =
        rehearse(set, "days=7&count=exact").then().statusCode(200).extract().jsonPath();
    assertThat(result.getInt("different"), equalTo(2));
    assertThat(result.getInt("newlyRouted"), equalTo(1));
    assertThat(result.getInt("newlyUnrouted"), equalTo(0));
    assertThat(result.getInt("total"), equalTo(2));
    assertThat(result.getInt("considered"), greaterThanOrEqualTo(2));
    assertThat(result.getBoolean("truncated"), equalTo(false));
    assertThat(result.getString("items[0].itemId"), equalTo(found));
    assertThat(result.getString("items[0].active.unassignedReason"), equalTo("NO_ROUTING_RULE"));
    assertThat(result.getString("items[0].rehearsed.leadUnit.code"), equalTo("TRAFFIC_POLICE"));
    assertThat(result.getString("items[1].itemId"), equalTo(moved));
    assertThat(result.getString("items[1].leadUnitCode"), equalTo(ENFORCEMENT));
    assertThat(result.getString("items[1].active.leadUnit.code"), equalTo(ENFORCEMENT));
    assertThat(result.getString("items[1].rehearsed.leadUnit.code"), equalTo("HOUSING_BUREAU"));
    assertThat(result.getString("items[1].rehearsed.why.kind"), equalTo("RULE"));
    JsonPath first = rehearse(set, "days=7&limit=1").jsonPath();
    assertThat(first.getList("items"), hasSize(1));
    JsonPath second =
        rehearse(set, "days=7&limit=1&cursor=" + first.getString("nextCursor")).jsonPath();
    assertThat(second.getString("items[0].itemId"), equalTo(moved));
    assertThat(second.getString("nextCursor"), nullValue());
    assertThat(itemOf("SHADOW_MOVED").getString("items[0].leadUnit.code"), equalTo(ENFORCEMENT));
    as(TEAM).get(SETS + "/" + set).then().body("status", equalTo("DRAFT"));
    as(TEAM).get("/api/v1/routing-rules?categoryCode=SHADOW_NEW").then().body("items", hasSize(0));
    as(TEAM)
        .get("/api/v1/routing-rules?categoryCode=SHADOW_NEW&setId=" + set)
        .then()
        .body("items", hasSize(1));
    rehearse(set, "days=0")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("days"))
        .body("errors[0].code", equalTo("range"));
    rehearse(UUID.randomUUID().toString(), "days=1")
        .then()
        .statusCode(404)
        .body("code", equalTo("rule-set-not-found"));
  }

  @Test
  void a_set_takes_the_place_of_the_active_one_and_what_nobody_owns_goes_to_the_fallback_unit() {
    district.know("CABLE_TANGLE");
    String before = activeSet();
    String set = made(", \"removals\": [" + cableRule() + "]");
    activate(set, "{}")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("activeFrom", notNullValue());
    as(TEAM)
        .get(SETS + "/" + before)
        .then()
        .body("status", equalTo("RETIRED"))
        .body("activeTo", notNullValue());
    assertThat(activeSet(), equalTo(set));
    JsonPath item = itemOf("CABLE_TANGLE");
    assertThat(item.getString("items[0].leadUnit.code"), equalTo("URBAN_MANAGEMENT_BUREAU"));
    assertThat(item.getString("items[0].why.kind"), equalTo("FALLBACK"));
    assertThat(item.getString("items[0].why.id"), nullValue());
    JsonPath other = district.itemOf(district.problem());
    assertThat(
        other.getString("items[0].why.version"),
        equalTo(as(TEAM).get(SETS + "/" + set).path("number").toString()));
    activate(set, "{}").then().statusCode(409).body("code", equalTo("rule-set-activated"));
    restoreCableRule();
  }

  /** Other tests need what the shipped rule says, joint units included. */
  private static void restoreCableRule() {
    as(ADMIN)
        .body(
            """
            {"categoryCode": "CABLE_TANGLE", "leadUnitCode": "URBAN_MANAGEMENT_BUREAU",
             "jointUnitCodes": ["POLITICAL_LEGAL_COMMITTEE", "TRAFFIC_POLICE", "BIG_DATA_BUREAU"]}
            """)
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(201);
  }

  @Test
  void a_draft_of_rules_that_have_changed_since_is_outdated() {
    district.know("SHADOW_LATE");
    String set = made("");
    addRule("SHADOW_LATE", ENFORCEMENT).then().statusCode(201);
    activate(set, "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("rule-set-outdated"))
        .body("title", equalTo("The rule set is outdated"));
  }

  @Test
  void a_set_that_names_a_closed_unit_does_not_begin() {
    district.know("SHADOW_CLOSED");
    addUnit("SHADOW_CENTRE");
    String set = made(", \"additions\": [" + addition("SHADOW_CLOSED", "SHADOW_CENTRE") + "]");
    closeUnit("SHADOW_CENTRE").then().statusCode(200);
    activate(set, "{}")
        .then()
        .statusCode(409)
        .body("code", equalTo("rule-set-names-inactive-unit"))
        .body("title", equalTo("The rule set names closed units"))
        .body("unitCodes", equalTo(List.of("SHADOW_CENTRE")));
  }

  @Test
  void what_a_newer_rule_has_overtaken_is_left_behind() {
    district.know("SHADOW_OVERTAKEN");
    addUnit("SHADOW_FORMER");
    addRule("SHADOW_OVERTAKEN", "SHADOW_FORMER").then().statusCode(201);
    as(ADMIN)
        .body("{\"successorCode\": \"" + ENFORCEMENT + "\"}")
        .post("/api/v1/units/SHADOW_FORMER/closing")
        .then()
        .statusCode(200);
    String set = made("");
    as(TEAM)
        .get("/api/v1/routing-rules?categoryCode=SHADOW_OVERTAKEN&setId=" + set)
        .then()
        .body("items.leadUnitCode", equalTo(List.of(ENFORCEMENT)));
    activate(set, "{}").then().statusCode(200);
  }

  @Test
  void a_set_that_is_to_begin_later_gets_new_rules_too_and_gives_way_to_another() {
    district.know("SHADOW_SCHEDULED");
    String later = made("");
    activate(later, "{\"activeFrom\": \"2199-01-01T00:00:00+08:00\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("DRAFT"))
        .body("activeFrom", notNullValue());
    addRule("SHADOW_SCHEDULED", ENFORCEMENT).then().statusCode(201);
    assertThat(
        as(TEAM)
            .get("/api/v1/routing-rules?categoryCode=SHADOW_SCHEDULED&setId=" + later)
            .jsonPath()
            .getList("items"),
        hasSize(1));
    activate(later, "{\"activeFrom\": \"2198-01-01T00:00:00+08:00\"}").then().statusCode(200);
    String sooner = made("");
    activate(sooner, "{}").then().statusCode(200).body("status", equalTo("ACTIVE"));
    as(TEAM)
        .get(SETS + "/" + later)
        .then()
        .body("status", equalTo("DRAFT"))
        .body("activeFrom", nullValue());
    activate(later, "{}").then().statusCode(409).body("code", equalTo("rule-set-outdated"));
  }

  @Test
  void every_fault_of_a_change_is_named() {
    district.know("SHADOW_TWICE");
    make(", \"removals\": [999999]")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("removals[0]"))
        .body("errors[0].code", equalTo("unknown-rule"));
    String twice = addition("SHADOW_TWICE", ENFORCEMENT);
    make(", \"additions\": [" + twice + ", " + twice + "]")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("additions[1]"))
        .body("errors[0].code", equalTo("rule-twice"));
    make(", \"additions\": [" + addition("SHADOW_TWICE", "NOBODY") + "]")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("additions[0].leadUnitCode"));
    activate(made(""), "{\"activeFrom\": \"2026-01-01T00:00:00+08:00\"}")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("in-past"));
    as(handlerOf(ENFORCEMENT)).body("{}").post(SETS).then().statusCode(403);
    assertThat(activeSet(), not(nullValue()));
  }
}
