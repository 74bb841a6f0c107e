package org.bihuan.inspection.inspection;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a plan changes until the start, and what is said beside it. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class InspectionChangeTest {

  private static final String CHANGE =
      """
      {"focus":"夜市","focusSource":{"kind":"MEDIA_EXPOSURE","reference":"市电视台问政节目","datedOn":"2026-11-23"},
       "purpose":"核对曝光问题","inspectors":[{"subject":"inspector-1","unitCode":null},
       {"subject":"inspector-2","unitCode":"市场一中心"}],"roundtablePlanned":true,
       "stops":[{"subdistrictCode":"%s","place":"延安路夜市"}]}
      """
          .formatted(OTHER_SUBDISTRICT);

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

  private static String planned(String method) {
    return path(PlannedInspection.by(team(), method));
  }

  private static ValidatableResponse change(String path, String body) {
    String tag = team().get(path).header("ETag");
    return team().header("If-Match", tag).body(body).put(path).then();
  }

  private static ValidatableResponse postpone(String path, Instant to) {
    return team()
        .body("{\"plannedFor\":\"%s\",\"reason\":\"暴雨\"}".formatted(to))
        .post(path + "/postponement")
        .then();
  }

  private static ValidatableResponse plan(String method, String more) {
    return team()
        .body(
            PlannedInspection.body("AREA", method)
                .replaceFirst("\"focus\":", more.replace("\\", "\\\\") + ",\"focus\":"))
        .post("/api/v1/inspections")
        .then();
  }

  @Test
  void stops_and_inspectors_are_added_and_taken_off_until_the_start() {
    String path = planned("UNANNOUNCED");
    change(path, CHANGE)
        .statusCode(200)
        .body("status", equalTo("PLANNED"))
        .body("method", equalTo("UNANNOUNCED"))
        .body("stops.place", contains("延安路夜市"))
        .body("inspectors.subject", contains("inspector-1", "inspector-2"))
        .body("inspectors[1].unitCode", equalTo(LEAD_UNIT))
        .body("focusSource.kind", equalTo("MEDIA_EXPOSURE"))
        .body("focusSource.datedOn", equalTo("2026-11-23"))
        .body("roundtablePlanned", equalTo(true))
        .body("purpose", equalTo("核对曝光问题"));
    team().post(path + "/start").then().statusCode(200);
    change(path, CHANGE)
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("STARTED"));
  }

  @Test
  void a_change_says_which_version_it_replaces() {
    String path = planned("ANNOUNCED");
    String tag = team().get(path).header("ETag");
    team().body(CHANGE).put(path).then().statusCode(428).body("code", equalTo("if-match-required"));
    change(path, CHANGE).statusCode(200);
    team()
        .header("If-Match", tag)
        .body(CHANGE)
        .put(path)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale-version"));
  }

  @Test
  void only_who_leads_the_tier_or_goes_changes_a_plan() {
    String path =
        path(
            as(Role.TOP_LEADER)
                .body(PlannedInspection.body("FRONTLINE", "ANNOUNCED"))
                .post("/api/v1/inspections")
                .path("id"));
    change(path, CHANGE).statusCode(403).body("code", equalTo("not-your-inspection"));
    postpone(path, Instant.now().plusSeconds(9000)).statusCode(403);
    as(Identity.of(Role.INSPECTOR).called("inspector-1"))
        .header("If-Match", "*")
        .body(CHANGE)
        .put(path)
        .then()
        .statusCode(200);
    unit(LEAD_UNIT).header("If-Match", "*").body(CHANGE).put(path).then().statusCode(403);
  }

  @Test
  void a_change_is_judged_like_a_plan() {
    String path = planned("ANNOUNCED");
    change(path, CHANGE.replace(OTHER_SUBDISTRICT, "370203999"))
        .statusCode(400)
        .body("errors.field", contains("stops[0].subdistrictCode"));
    change(path, CHANGE.replace("市场一中心", "无此单位"))
        .statusCode(400)
        .body("errors.code", contains("unknown-unit"));
    change(path, CHANGE.replace("{\"focus\"", "{\"method\":\"DESK\",\"focus\""))
        .statusCode(400)
        .body("errors.field", contains("method"));
  }

  @Test
  void the_focus_says_where_it_comes_from() {
    String id =
        plan("DESK", "\"focusSource\":{\"kind\":\"CITY_COVERT_CHECK\",\"reference\":\"市暗访第11期\"}")
            .statusCode(201)
            .body("focusSource.reference", equalTo("市暗访第11期"))
            .body("focusSource.datedOn", nullValue())
            .extract()
            .path("id");
    String list = "/api/v1/inspections?limit=200&focusSource=";
    team().get(list + "CITY_COVERT_CHECK").then().body("items.id", hasItem(id));
    team().get(list + "CITY_MEETING").then().body("items.id", not(hasItem(id)));
    team().get(list + "RUMOUR").then().statusCode(400);
    plan("DESK", "\"focusSource\":{\"kind\":\"CITY_MEETING\"}")
        .statusCode(400)
        .body("errors.field", contains("focusSource.reference"));
    plan("DESK", "\"focusSource\":{\"reference\":\"市暗访第11期\"}")
        .statusCode(400)
        .body("errors.field", contains("focusSource.kind"));
  }

  @Test
  void a_unit_comes_along_under_whatever_name_it_is_given() {
    plan("ANNOUNCED", "\"accompaniedBy\":[{\"unitCode\":\"市场一中心\",\"person\":\"值班主任\"}]")
        .statusCode(201)
        .body("accompaniedBy.unit.code", contains(LEAD_UNIT))
        .body("accompaniedBy.unit.name", contains("市场服务建设一中心"))
        .body("accompaniedBy.person", contains("值班主任"));
    plan("ANNOUNCED", "\"accompaniedBy\":[{\"unitCode\":\"无此单位\"}]")
        .statusCode(400)
        .body("errors.field", contains("accompaniedBy[0].unitCode"))
        .body("errors.code", contains("unknown-unit"));
    plan(
            "ANNOUNCED",
            "\"accompaniedBy\":[{\"unitCode\":\"市场一中心\"},{\"unitCode\":\"" + LEAD_UNIT + "\"}]")
        .statusCode(400)
        .body("errors.field", contains("accompaniedBy[1].unitCode"))
        .body("errors.code", contains("duplicate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNANNOUNCED", "COVERT"})
  void nobody_comes_along_where_nobody_is_told(String method) {
    plan(method, "\"accompaniedBy\":[{\"unitCode\":\"市场一中心\"}]")
        .statusCode(400)
        .body("errors.field", contains("accompaniedBy"))
        .body("errors.code", contains("accompanied-unforeseen"));
    change(
            planned(method),
            CHANGE.replace("{\"focus\"", "{\"accompaniedBy\":[{\"unitCode\":\"市场一中心\"}],\"focus\""))
        .statusCode(400)
        .body("errors.code", contains("accompanied-unforeseen"));
  }

  @Test
  void an_inspection_is_put_off_with_a_reason_as_often_as_needed() {
    String path = planned("ANNOUNCED");
    String first = team().get(path).path("plannedFor");
    Instant second = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Instant third = second.plus(1, ChronoUnit.DAYS);
    postpone(path, second).statusCode(200).body("plannedFor", equalTo(second.toString()));
    postpone(path, third)
        .statusCode(200)
        .body("plannedFor", equalTo(third.toString()))
        .body("postponements.from", contains(first, second.toString()))
        .body("postponements.to", contains(second.toString(), third.toString()))
        .body("postponements.reason", contains("暴雨", "暴雨"))
        .body("postponements[0].actor.role", equalTo("SPECIAL_TEAM"))
        .body("allowedActions", contains("CHANGE", "POSTPONE", "START", "CANCEL"));
    postpone(path, second)
        .statusCode(400)
        .body("errors.field", contains("plannedFor"))
        .body("errors.code", contains("not-later"));
    team().post(path + "/start").then().statusCode(200);
    postpone(path, third.plusSeconds(60))
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
  }

  @Test
  void what_was_done_to_an_inspection_is_on_record_with_who_did_it() throws SQLException {
    String path = planned("UNANNOUNCED");
    change(path, CHANGE).statusCode(200);
    postpone(path, Instant.now().plusSeconds(90_000)).statusCode(200);
    Identity inspector = Identity.of(Role.INSPECTOR).called("inspector-2").ofUnit(LEAD_UNIT);
    as(inspector).post(path + "/start").then().statusCode(200);
    as(inspector)
        .body("{\"reason\":\"道路施工\"}")
        .post(path + "/stops/1/skip")
        .then()
        .statusCode(200)
        .body("history.action", contains("CHANGE", "POSTPONE", "START", "SKIP_STOP"))
        .body("history.reason", contains(null, "暴雨", null, "道路施工"))
        .body("history.stop", contains(null, null, null, 1))
        .body("history[0].actor.role", equalTo("SPECIAL_TEAM"))
        .body("history[3].actor.subject", equalTo("inspector-2"))
        .body("history[3].actor.unitCode", equalTo(LEAD_UNIT));
    as(inspector).post(path + "/stops/1/skip").then().statusCode(400);
    team().get(path).then().body("history", hasSize(4));
    team().get("/api/v1/inspections?limit=1").then().body("items[0].history", nullValue());
    DataSource database = Arc.container().instance(DataSource.class).get();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of("update inspection_act set reason = 'x'", "delete from inspection_act")) {
        assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
      }
    }
  }

  @Test
  void an_inspection_is_not_put_off_to_the_past() {
    String body =
        PlannedInspection.body("AREA", "ANNOUNCED")
            .replaceFirst("\"plannedFor\":\"[^\"]*\"", "\"plannedFor\":\"2026-01-05T01:00:00Z\"");
    String path = path(team().body(body).post("/api/v1/inspections").path("id"));
    postpone(path, Instant.parse("2026-01-06T01:00:00Z"))
        .statusCode(400)
        .body("errors.code", contains("not-later"));
    team().get(path).then().body("postponements", empty());
  }
}
