package org.bihuan.inspection.inspection;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.subdistrict;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class InspectionApiTest {

  private static boolean published;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  private static String path(String id) {
    return "/api/v1/inspections/" + id;
  }

  private static String arrival(Instant at) {
    return "{\"arrivedAt\":\"" + at + "\"}";
  }

  @Test
  void an_inspection_is_planned_carried_out_and_concluded() {
    String id =
        team()
            .body(PlannedInspection.body("AREA", "ANNOUNCED"))
            .post("/api/v1/inspections")
            .then()
            .statusCode(201)
            .header("Location", containsString("/api/v1/inspections/"))
            .extract()
            .path("id");
    team()
        .get(path(id))
        .then()
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("stops.number", contains(1, 2, 3))
        .body("stops.place", contains("南山市场", "桑梓路", "菜市二路"))
        .body("stops[0].position.sentCrs", equalTo("GCJ02"))
        .body("stops[1].position", nullValue())
        .body("findings", empty())
        .body("allowedActions", contains("CHANGE", "POSTPONE", "START", "CANCEL"));
    team().post(path(id) + "/start").then().statusCode(200).body("status", equalTo("STARTED"));
    team()
        .body("{\"arrivedAt\":\"%s\",\"note\":\"公厕已清理\"}".formatted(Instant.now()))
        .post(path(id) + "/stops/1/visit")
        .then()
        .statusCode(200)
        .body("stops[0].note", equalTo("公厕已清理"))
        .body(
            "allowedActions",
            contains("VISIT_STOP", "SKIP_STOP", "REPORT_FINDING", "HOLD_ROUNDTABLE", "CONCLUDE"));
    team()
        .body("{\"reason\":\"道路施工\"}")
        .post(path(id) + "/stops/2/skip")
        .then()
        .statusCode(200)
        .body("stops[1].skippedBecause", equalTo("道路施工"));
    team()
        .body("{\"summary\":\"两处已整改\"}")
        .post(path(id) + "/conclusion")
        .then()
        .statusCode(409)
        .body("code", equalTo("stops-open"))
        .body("detail", equalTo("点位 3 既未到访，也未说明略过原因。"));
    team().body(arrival(Instant.now())).post(path(id) + "/stops/3/visit").then().statusCode(200);
    team()
        .body("{\"summary\":\"两处已整改\"}")
        .post(path(id) + "/conclusion")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"))
        .body("summary", equalTo("两处已整改"))
        .body("allowedActions", empty());
  }

  @Test
  void an_unannounced_inspection_is_unknown_to_those_inspected_until_it_starts() {
    String id = PlannedInspection.by(team(), "UNANNOUNCED");
    unit(LEAD_UNIT)
        .get(path(id))
        .then()
        .statusCode(404)
        .body("code", equalTo("inspection-not-found"));
    subdistrict(SUBDISTRICT).get(path(id)).then().statusCode(404);
    unit(LEAD_UNIT)
        .get("/api/v1/inspections?status=PLANNED&limit=200")
        .then()
        .body("items.id", not(hasItem(id)));
    inspector().get(path(id)).then().statusCode(200);
    team().post(path(id) + "/start").then().statusCode(200);
    unit(LEAD_UNIT).get(path(id)).then().statusCode(200).body("allowedActions", empty());
    subdistrict(SUBDISTRICT)
        .get("/api/v1/inspections?status=STARTED&limit=200")
        .then()
        .body("items.id", hasItem(id));
  }

  @Test
  void an_unannounced_inspection_called_off_before_its_start_stays_unknown() {
    String id = PlannedInspection.by(team(), "UNANNOUNCED");
    team()
        .body("{\"reason\":\"改期\"}")
        .post(path(id) + "/cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("cancellationReason", equalTo("改期"));
    unit(LEAD_UNIT).get(path(id)).then().statusCode(404);
  }

  @Test
  void an_announced_inspection_is_known_to_those_inspected() {
    String id = PlannedInspection.by(team(), "ANNOUNCED");
    unit(LEAD_UNIT).get(path(id)).then().statusCode(200);
    subdistrict(SUBDISTRICT).get(path(id)).then().statusCode(200);
  }

  @Test
  void a_subdistrict_knows_nothing_of_an_inspection_elsewhere() {
    String id = PlannedInspection.by(team(), "ANNOUNCED");
    subdistrict("370203005")
        .get(path(id))
        .then()
        .statusCode(404)
        .body("code", equalTo("inspection-not-found"));
    subdistrict("370203005")
        .get("/api/v1/inspections?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIAL_TEAM, AREA, 201",
    "SPECIAL_TEAM, LINE, 403",
    "INSPECTOR, AREA, 201",
    "INSPECTOR, FRONTLINE, 403",
    "LINE_LEADER, LINE, 201",
    "LINE_LEADER, AREA, 403",
    "TOP_LEADER, FRONTLINE, 201",
    "TOP_LEADER, LINE, 403",
    "COMMITTEE_INSPECTOR, FRONTLINE, 201",
    "COMMITTEE_INSPECTOR, LINE, 201",
    "COMMITTEE_INSPECTOR, AREA, 201",
    "UNIT_LEADER, AREA, 403",
    "SUBDISTRICT, AREA, 403",
    "CHANNEL_CLERK, AREA, 403"
  })
  void each_tier_is_planned_by_those_who_lead_it(Role role, String tier, int status) {
    as(role)
        .body(PlannedInspection.body(tier, "ANNOUNCED"))
        .post("/api/v1/inspections")
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void every_role_but_the_channel_clerk_may_look(Role role) {
    as(role)
        .get("/api/v1/inspections?limit=1")
        .then()
        .statusCode(role == Role.CHANNEL_CLERK ? 403 : 200);
  }

  @Test
  void a_line_leader_plans_and_starts_on_its_own_line_alone() {
    Identity leader = Identity.of(Role.LINE_LEADER).called("leader").ofLine("MARKETS");
    String id =
        as(leader)
            .body(PlannedInspection.body("LINE", "ANNOUNCED"))
            .post("/api/v1/inspections")
            .then()
            .statusCode(201)
            .body("lineCode", equalTo("MARKETS"))
            .extract()
            .path("id");
    Identity other = Identity.of(Role.LINE_LEADER).called("other").ofLine("TRAFFIC");
    as(other).get(path(id)).then().statusCode(200).body("allowedActions", empty());
    as(other)
        .post(path(id) + "/start")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-inspection"));
    as(leader.withoutUsualClaims().ofLine(null))
        .post(path(id) + "/start")
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    as(leader).post(path(id) + "/start").then().statusCode(200);
  }

  @Test
  void a_caller_is_told_who_it_is() {
    RestAssured.get("/api/v1/me").then().statusCode(401);
    as(Identity.of(Role.LINE_LEADER).withoutUsualClaims())
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("roles", contains("LINE_LEADER"))
        .body("missingClaims", contains("line"));
  }

  @Test
  void a_line_is_named_by_those_who_may_and_for_the_tier_that_has_one() {
    String onMarkets =
        PlannedInspection.body("LINE", "ANNOUNCED")
            .replaceFirst("\\{", "{\"lineCode\":\"MARKETS\",");
    as(Identity.of(Role.LINE_LEADER).ofLine("TRAFFIC"))
        .body(onMarkets)
        .post("/api/v1/inspections")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-line"));
    as(Identity.of(Role.LINE_LEADER).withoutUsualClaims())
        .body(onMarkets)
        .post("/api/v1/inspections")
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    as(Role.COMMITTEE_INSPECTOR)
        .body(onMarkets)
        .post("/api/v1/inspections")
        .then()
        .statusCode(201)
        .body("lineCode", equalTo("MARKETS"));
    team()
        .body(onMarkets.replace("\"LINE\"", "\"AREA\""))
        .post("/api/v1/inspections")
        .then()
        .statusCode(400)
        .body("errors.code", contains("line-of-other-tier"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspections", "rechecks", "findings", "write-offs"})
  void who_lacks_the_claim_that_bounds_its_role_is_refused(String list) {
    for (Role role : List.of(Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SUBDISTRICT)) {
      Identity who = Identity.of(role).withoutUsualClaims();
      String claim = role == Role.SUBDISTRICT ? "subdistrict" : "unit";
      as(who)
          .get("/api/v1/" + list + "?count=exact")
          .then()
          .statusCode(403)
          .body("code", equalTo("claim-missing"))
          .body("detail", containsString(claim));
    }
  }

  @Test
  void those_who_go_may_carry_out_what_others_lead() {
    String id =
        as(Role.TOP_LEADER)
            .body(PlannedInspection.body("FRONTLINE", "UNANNOUNCED"))
            .post("/api/v1/inspections")
            .path("id");
    team()
        .post(path(id) + "/start")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-inspection"));
    team().get(path(id)).then().body("allowedActions", empty());
    as(Identity.of(Role.INSPECTOR).called("inspector-1"))
        .post(path(id) + "/start")
        .then()
        .statusCode(200);
  }

  @Test
  void a_stop_is_settled_once() {
    String id = PlannedInspection.started();
    team().body(arrival(Instant.now())).post(path(id) + "/stops/1/visit").then().statusCode(200);
    team()
        .body("{\"reason\":\"道路施工\"}")
        .post(path(id) + "/stops/1/skip")
        .then()
        .statusCode(409)
        .body("code", equalTo("stop-settled"));
    for (String number : new String[] {"0", "4", "x"}) {
      team()
          .body(arrival(Instant.now()))
          .post(path(id) + "/stops/" + number + "/visit")
          .then()
          .statusCode(404);
    }
  }

  @Test
  void nothing_is_done_on_the_way_before_the_start_or_after_the_end() {
    String id = PlannedInspection.by(team(), "ANNOUNCED");
    team()
        .body(arrival(Instant.now()))
        .post(path(id) + "/stops/1/visit")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("PLANNED"))
        .body("allowedActions", contains("CHANGE", "POSTPONE", "START", "CANCEL"));
    team()
        .body("{\"stop\":1,\"title\":\"占道\",\"description\":\"占道经营\"}")
        .post(path(id) + "/findings")
        .then()
        .statusCode(409);
    team().body("{\"summary\":\"x\"}").post(path(id) + "/conclusion").then().statusCode(409);
    team().post(path(id) + "/start").then().statusCode(200);
    team().post(path(id) + "/start").then().statusCode(409);
    team().body("{\"reason\":\"改期\"}").post(path(id) + "/cancellation").then().statusCode(409);
  }

  @Test
  void an_arrival_lies_between_the_start_and_now() {
    String id = PlannedInspection.started();
    team()
        .body(arrival(Instant.now().minusSeconds(3600)))
        .post(path(id) + "/stops/1/visit")
        .then()
        .statusCode(422)
        .body("code", equalTo("arrived-before-start"));
    team()
        .body(arrival(Instant.now().plusSeconds(3600)))
        .post(path(id) + "/stops/1/visit")
        .then()
        .statusCode(400)
        .body("errors.code", contains("in-the-future"));
    team().body("{}").post(path(id) + "/stops/1/visit").then().statusCode(400);
  }

  @Test
  void a_version_changes_with_every_stop() {
    String id = PlannedInspection.started();
    String tag = team().get(path(id)).header("ETag");
    team().header("If-None-Match", tag).get(path(id)).then().statusCode(304);
    team()
        .header("If-Match", tag)
        .body(arrival(Instant.now()))
        .post(path(id) + "/stops/1/visit")
        .then()
        .statusCode(200);
    team()
        .header("If-Match", tag)
        .body(arrival(Instant.now()))
        .post(path(id) + "/stops/2/visit")
        .then()
        .statusCode(412);
  }

  @Test
  void every_fault_of_a_plan_is_named_at_once() {
    team()
        .body(
            """
            {"tier":"ONLINE","method":"DESK","plannedFor":"2026-11-24T08:15:00",
             "stops":[{"subdistrictCode":"37","place":"","longitude":120.1}]}
            """)
        .post("/api/v1/inspections")
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder(
                "tier",
                "plannedFor",
                "stops[0].subdistrictCode",
                "stops[0].place",
                "stops[0].latitude",
                "stops[0].crs"));
    team()
        .body(PlannedInspection.body("AREA", "DESK").replace(OTHER_SUBDISTRICT, "370203999"))
        .post("/api/v1/inspections")
        .then()
        .statusCode(400)
        .body("errors.field", contains("stops[2].subdistrictCode"))
        .body("errors.code", contains("unknown-subdistrict"));
    team()
        .body(
            "{\"tier\":\"AREA\",\"method\":\"DESK\",\"plannedFor\":\"2026-11-24T08:15:00Z\",\"stops\":[]}")
        .post("/api/v1/inspections")
        .then()
        .statusCode(400)
        .body("errors.field", contains("stops"));
  }

  @Test
  void lists_are_filtered() {
    String id = PlannedInspection.by(team(), "FIELD_STUDY");
    String mine = "/api/v1/inspections?method=FIELD_STUDY&tier=AREA&limit=200";
    team().get(mine + "&status=PLANNED").then().body("items.id", hasItem(id));
    team().get(mine + "&status=CONCLUDED").then().body("items.id", not(hasItem(id)));
    team().get(mine + "&subdistrictCode=" + SUBDISTRICT).then().body("items.id", hasItem(id));
    team().get(mine + "&subdistrictCode=370203005").then().body("items", empty());
    team().get(mine + "&from=" + Instant.now()).then().body("items.id", hasItem(id));
    team().get(mine + "&to=" + Instant.now()).then().body("items.id", not(hasItem(id)));
    team().get(mine + "&sort=plannedFor&count=exact").then().statusCode(200);
    team().get(mine + "&sort=place").then().statusCode(400);
  }

  @Test
  void a_repeated_plan_is_planned_once() {
    String key = UUID.randomUUID().toString();
    String body = PlannedInspection.body("AREA", "DESK");
    String first =
        team().header("Idempotency-Key", key).body(body).post("/api/v1/inspections").path("id");
    team()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/inspections")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
  }
}
