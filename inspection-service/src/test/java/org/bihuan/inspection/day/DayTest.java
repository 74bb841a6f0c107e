package org.bihuan.inspection.day;

import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.PlannedInspection;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an inspector has to do on a day. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class DayTest {

  private static final String DAY = "/api/v1/inspectors/me/day?limit=200";

  private static boolean published;

  @BeforeEach
  void knowsTheDistrict() {
    if (!published) {
      PlannedInspection.publishReferenceData();
      published = true;
    }
  }

  /** An inspector whom no other test names. */
  private static Identity somebody() {
    return Identity.of(Role.INSPECTOR).ofUnit(OTHER_UNIT).called("day-" + UUID.randomUUID());
  }

  private static String planned(Identity who, Instant at, String stops) {
    return team()
        .body(
            """
            {"tier":"AREA","method":"UNANNOUNCED","focus":"农贸市场","plannedFor":"%s",
             "inspectors":[{"subject":"%s"}],"stops":[%s]}
            """
                .formatted(at, who.subject().orElseThrow(), stops))
        .post("/api/v1/inspections")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String stop(String place, double longitude) {
    return "{\"subdistrictCode\":\"%s\",\"place\":\"%s\",\"longitude\":%s,\"latitude\":36.08,\"crs\":\"WGS84\"}"
        .formatted(SUBDISTRICT, place, longitude);
  }

  private static String somewhere(String place) {
    return "{\"subdistrictCode\":\"%s\",\"place\":\"%s\"}".formatted(SUBDISTRICT, place);
  }

  private static String assigned(Identity who) {
    String recheck = AcceptedReply.first().recheck();
    team()
        .body(
            "{\"inspectors\":[{\"subject\":\"%s\",\"unitCode\":\"%s\"}]}"
                .formatted(who.subject().orElseThrow(), OTHER_UNIT))
        .post("/api/v1/rechecks/" + recheck + "/assignment")
        .then()
        .statusCode(200);
    return recheck;
  }

  private static String evaluation(Identity who, Instant at) {
    String id = plannedEvaluation(who, at);
    team().post("/api/v1/mock-evaluations/" + id + "/start").then().statusCode(200);
    return id;
  }

  private static String plannedEvaluation(Identity who, Instant at) {
    return team()
        .body(
            """
            {"name":"第一次模拟测评","plannedFor":"%s","inspectors":[{"subject":"%s"}],"points":[
              {"place":"示例市场","subdistrictCode":"%s","placeType":"MARKET","longitude":120.37,"latitude":36.08,"crs":"WGS84"},
              {"place":"示例小学","subdistrictCode":"%s","placeType":"SCHOOL"}]}
            """
                .formatted(at, who.subject().orElseThrow(), SUBDISTRICT, SUBDISTRICT))
        .post("/api/v1/mock-evaluations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse day(Identity who, String query) {
    return as(who).get(DAY + query).then().statusCode(200);
  }

  private static LocalDate today() {
    return DistrictTime.day(Instant.now());
  }

  @Test
  void all_that_somebody_was_named_for_is_on_the_list_and_nothing_that_is_done() {
    Identity who = somebody();
    Instant now = Instant.now();
    String inspection = planned(who, now, stop("南山市场", 120.36) + "," + somewhere("桑梓路"));
    String recheck = assigned(who);
    String evaluation = evaluation(who, now);
    day(who, "")
        .body(
            "items.findAll { it.mine }.kind",
            hasItems("INSPECTION_STOP", "RECHECK", "EVALUATION_POINT"))
        .body("items.findAll { it.id == '" + inspection + "' }.stop", containsInAnyOrder(1, 2))
        .body(
            "items.findAll { it.link.endsWith('" + evaluation + "') }.place",
            containsInAnyOrder("示例市场", "示例小学"))
        .body("items.id", hasItem(recheck))
        .body("items.distance", everyItem(nullValue()));
    team().post("/api/v1/inspections/" + inspection + "/start").then().statusCode(200);
    as(who)
        .body("{\"arrivedAt\":\"" + Instant.now() + "\"}")
        .post("/api/v1/inspections/" + inspection + "/stops/1/visit")
        .then()
        .statusCode(200);
    as(who)
        .body("{\"outcome\":\"NOT_RECTIFIED\",\"note\":\"未整改\"}")
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(200);
    day(who, "")
        .body("items.findAll { it.id == '" + inspection + "' }.stop", contains(2))
        .body("items.id", not(hasItem(recheck)));
  }

  @Test
  void an_inspection_whose_stops_are_all_settled_is_on_the_list_until_it_is_concluded() {
    Identity who = somebody();
    String inspection = planned(who, Instant.now(), somewhere("桑梓路") + "," + stop("南山市场", 120.36));
    String path = "/api/v1/inspections/" + inspection;
    team().post(path + "/start").then().statusCode(200);
    as(who)
        .body("{\"arrivedAt\":\"" + Instant.now() + "\"}")
        .post(path + "/stops/1/visit")
        .then()
        .statusCode(200);
    as(who).body("{\"reason\":\"市场闭市\"}").post(path + "/stops/2/skip").then().statusCode(200);
    day(who, "")
        .body("items.findAll { it.id == '" + inspection + "' }", hasSize(1))
        .body("items[0].kind", equalTo("INSPECTION_CONCLUSION"))
        .body("items[0].stop", nullValue())
        .body("items[0].link", equalTo(path))
        .body("items[0].title", equalTo("农贸市场"))
        .body("items[0].place", equalTo("南山市场"));
    as(who).body("{\"summary\":\"未发现新问题\"}").post(path + "/conclusion").then().statusCode(200);
    day(who, "").body("items", empty());
  }

  @Test
  void near_comes_first_and_what_nobody_knows_the_place_of_last() {
    Identity who = somebody();
    planned(
        who,
        Instant.now(),
        stop("远", 120.40)
            + ","
            + stop("近", 120.351)
            + ","
            + somewhere("不明")
            + ","
            + stop("中", 120.36));
    day(who, "&longitude=120.35&latitude=36.08&crs=WGS84")
        .body("items.findAll { it.kind == 'INSPECTION_STOP' }.place", contains("近", "中", "远", "不明"))
        .body("items.find { it.place == '近' }.distance", is(90))
        .body("items.find { it.place == '不明' }.distance", nullValue());
  }

  /** The same point in the system of Chinese maps lies some hundred metres off. */
  @Test
  void the_system_of_the_coordinates_counts() {
    Identity who = somebody();
    planned(who, Instant.now(), stop("近", 120.35));
    int meant =
        day(who, "&longitude=120.35&latitude=36.08&crs=WGS84")
            .extract()
            .path("items.find { it.place == '近' }.distance");
    int other =
        day(who, "&longitude=120.35&latitude=36.08&crs=GCJ02")
            .extract()
            .path("items.find { it.place == '近' }.distance");
    assertEquals(0, meant);
    assertEquals(460, other, 150);
  }

  @Test
  void tomorrow_is_on_the_list_of_tomorrow_and_what_is_left_over_on_that_of_today() {
    Identity who = somebody();
    String tomorrow = planned(who, Instant.now().plusSeconds(86_400), somewhere("明日"));
    String yesterday = planned(who, Instant.now().minusSeconds(86_400), somewhere("昨日"));
    day(who, "").body("items.id", hasItem(yesterday)).body("items.id", not(hasItem(tomorrow)));
    day(who, "&date=" + today().plusDays(1)).body("items.id", hasItems(yesterday, tomorrow));
  }

  @Test
  void a_recheck_that_anybody_may_take_is_on_the_list_when_it_is_due_but_not_of_its_own_unit() {
    String recheck = AcceptedReply.first().recheck();
    LocalDate due =
        DistrictTime.day(Instant.parse(team().get("/api/v1/rechecks/" + recheck).path("dueAt")));
    Identity free = somebody();
    day(free, "").body("items.id", not(hasItem(recheck)));
    day(free, "&date=" + due)
        .body("items.id", hasItem(recheck))
        .body("items.find { it.id == '" + recheck + "' }.mine", is(false));
    day(free.ofUnit(LEAD_UNIT), "&date=" + due).body("items.id", not(hasItem(recheck)));
  }

  @Test
  void points_are_on_the_list_while_their_evaluation_is_under_way() {
    Identity who = somebody();
    String evaluation = plannedEvaluation(who, Instant.now());
    String links = "items.link.findAll { it.endsWith('" + evaluation + "') }";
    day(who, "").body(links, empty());
    team().post("/api/v1/mock-evaluations/" + evaluation + "/start").then().statusCode(200);
    day(who, "").body(links, hasSize(2));
    team()
        .body("{\"summary\":\"完\"}")
        .post("/api/v1/mock-evaluations/" + evaluation + "/conclusion")
        .then()
        .statusCode(200);
    day(who, "").body(links, empty());
  }

  @Test
  void only_who_gives_outcomes_is_told_of_rechecks() {
    Identity who = somebody();
    String recheck = assigned(who);
    String free = AcceptedReply.first().recheck();
    String due =
        "&date="
            + DistrictTime.day(Instant.parse(team().get("/api/v1/rechecks/" + free).path("dueAt")));
    for (Role role : List.of(Role.SPECIAL_TEAM, Role.LINE_LEADER, Role.TOP_LEADER)) {
      Identity other = Identity.of(role).ofUnit(OTHER_UNIT);
      day(other.called(who.subject().orElseThrow()), due)
          .body("items.id", not(hasItem(recheck)))
          .body("items.id", not(hasItem(free)));
    }
    day(Identity.of(Role.COMMITTEE_INSPECTOR), due).body("items.id", hasItem(free));
    day(who, due).body("items.id", hasItem(recheck));
  }

  @Test
  void only_who_observes_is_told_of_points() {
    Identity who = somebody();
    String evaluation = evaluation(who, Instant.now());
    String links = "items.link.findAll { it.endsWith('" + evaluation + "') }";
    for (Role role : List.of(Role.LINE_LEADER, Role.TOP_LEADER)) {
      day(Identity.of(role).called(who.subject().orElseThrow()), "").body(links, empty());
    }
    day(who, "").body(links, hasSize(2));
  }

  @Test
  void nobody_sees_the_day_of_another() {
    Identity who = somebody();
    String inspection = planned(who, Instant.now(), somewhere("南山市场"));
    day(somebody(), "").body("items.id", not(hasItem(inspection)));
    day(Identity.of(Role.SPECIAL_TEAM), "").body("items.id", not(hasItem(inspection)));
  }

  @ParameterizedTest
  @CsvSource({
    "longitude=120.35&latitude=36.08, crs, point-incomplete",
    "crs=WGS84, longitude, point-incomplete",
    "longitude=181&latitude=36.08&crs=WGS84, longitude, range",
    "longitude=120.35&latitude=-91&crs=WGS84, latitude, range",
    "longitude=east&latitude=36.08&crs=WGS84, longitude, type",
    "longitude=NaN&latitude=36.08&crs=WGS84, longitude, type",
    "date=2026-02-30, date, day"
  })
  void where_and_when_must_make_sense(String query, String field, String code) {
    as(somebody())
        .get(DAY + "&" + query)
        .then()
        .statusCode(400)
        .body("errors.find { it.field == '" + field + "' }.code", equalTo(code));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"UNIT_HANDLER", "UNIT_LEADER", "SUBDISTRICT", "CHANNEL_CLERK", "ASSESSOR"})
  void who_inspects_nothing_has_no_day(Role role) {
    as(role).get(DAY).then().statusCode(403);
  }

  @Test
  void the_day_is_a_sheet_to_take_along() {
    Identity who = somebody();
    planned(who, Instant.now(), somewhere("桑梓路"));
    assertEquals(
        List.of(true),
        List.of(
            as(who)
                .accept("text/csv")
                .get("/api/v1/inspectors/me/day")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains("桑梓路")));
  }
}
