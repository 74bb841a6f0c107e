package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Leaders, what they are charged with, and how that was on another day. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class LeaderTest {

  @Inject District district;

  private static final String DUTIES = "/api/v1/duties";

  /** A leader of the government since the beginning of 2024. */
  private static String leader(String code) {
    as(ADMIN)
        .body(
            """
            {"code": "%s", "name": "领导%s", "post": "副区长", "bodyCode": "区政府", "validFrom": "2024-01-01"}
            """
                .formatted(code, code))
        .post("/api/v1/leaders")
        .then()
        .statusCode(201)
        .body("bodyCode", equalTo("GOVERNMENT"));
    return code;
  }

  private static Response charge(String kind, String holder, String about, String from) {
    return as(ADMIN)
        .body(
            "{\"kind\": \"%s\", %s%s, \"validFrom\": \"%s\"}"
                .formatted(kind, holder, about.isEmpty() ? "" : ", " + about, from))
        .post(DUTIES);
  }

  private static String by(String code) {
    return "\"leaderCode\": \"" + code + "\"";
  }

  private static Response end(String path, String on) {
    return as(ADMIN)
        .body("{\"on\": \"%s\", \"reason\": \"分工调整\"}".formatted(on))
        .post(path + "/ending");
  }

  @Test
  void the_four_bodies_and_a_frontline_group_for_each_sub_district_are_there() {
    as(TEAM)
        .get("/api/v1/leading-bodies")
        .then()
        .body("items.name", contains("区委", "区人大", "区政府", "区政协"));
    as(TEAM)
        .get("/api/v1/frontline-groups")
        .then()
        .body("items", hasSize(22))
        .body("items[9].name", equalTo("台东街道一线工作组"));
  }

  @Test
  void the_leading_group_has_two_heads_on_any_day() {
    for (String code : new String[] {"HEAD_1", "HEAD_2", "HEAD_3"}) {
      leader(code);
    }
    String first = charge("CO_HEAD", by("HEAD_1"), "", "2025-01-01").path("id");
    charge("CO_HEAD", by("HEAD_1"), "", "2025-06-01")
        .then()
        .statusCode(409)
        .body("code", equalTo("duty-overlaps"))
        .body("dutyId", equalTo(first));
    charge("CO_HEAD", by("HEAD_2"), "", "2025-01-01").then().statusCode(201);
    charge("CO_HEAD", by("HEAD_3"), "", "2026-03-01")
        .then()
        .statusCode(409)
        .body("code", equalTo("co-heads-complete"));
    end(DUTIES + "/" + first, "2026-03-01").then().statusCode(200);
    charge("CO_HEAD", by("HEAD_3"), "", "2026-03-01").then().statusCode(201);
    as(TEAM)
        .get("/api/v1/leading-group")
        .then()
        .statusCode(200)
        .body("coHeads.code", containsInAnyOrder("HEAD_2", "HEAD_3"));
    as(TEAM)
        .get("/api/v1/leading-group?on=2026-02-28")
        .then()
        .body("on", equalTo("2026-02-28"))
        .body("coHeads.code", containsInAnyOrder("HEAD_1", "HEAD_2"));
  }

  @Test
  void lines_and_leaders_go_many_to_many_and_are_shown_for_a_day() {
    leader("LINE_A");
    leader("LINE_B");
    String line = "\"lineCode\": \"SCHOOLS\"";
    charge("LINE", by("LINE_A"), line, "2025-01-01").then().statusCode(201);
    charge("LINE", by("LINE_A"), "\"lineCode\": \"TRAFFIC\"", "2025-01-01").then().statusCode(201);
    charge("LINE", by("LINE_B"), line, "2026-01-01").then().statusCode(201);
    charge("LINE", by("LINE_B"), line, "2027-01-01").then().statusCode(409);
    String leaders = "items.find { it.code == 'SCHOOLS' }.leaders.code";
    as(TEAM).get("/api/v1/work-lines").then().body(leaders, containsInAnyOrder("LINE_A", "LINE_B"));
    as(TEAM).get("/api/v1/work-lines?on=2025-12-31").then().body(leaders, contains("LINE_A"));
    as(TEAM)
        .get(DUTIES + "?leaderCode=LINE_A&kind=LINE")
        .then()
        .body("items.lineCode", containsInAnyOrder("SCHOOLS", "TRAFFIC"));
  }

  @Test
  void one_leader_leads_a_group_and_one_body_and_one_leader_answer_for_an_area() {
    leader("GROUP_A");
    leader("GROUP_B");
    district.tell(new SubdistrictPublished("370203033", "湖岛街道"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> as(TEAM).get("/api/v1/subdistricts").jsonPath().getList("items.code"),
            hasItem("370203033"));
    String group = "\"groupCode\": \"湖岛街道一线工作组\"";
    charge("FRONTLINE_GROUP", by("GROUP_A"), group, "2025-01-01").then().statusCode(201);
    charge("FRONTLINE_GROUP", by("GROUP_B"), group, "2026-01-01").then().statusCode(409);
    as(TEAM)
        .get("/api/v1/frontline-groups")
        .then()
        .body("items.find { it.code == 'GROUP_370203033' }.leader.code", equalTo("GROUP_A"));
    String area = "\"subdistrictCode\": \"370203033\"";
    charge("AREA", by("GROUP_A"), area, "2025-01-01").then().statusCode(201);
    charge("AREA", "\"bodyCode\": \"区政协\"", area, "2025-01-01")
        .then()
        .statusCode(201)
        .body("body.code", equalTo("POLITICAL_CONSULTATIVE_CONFERENCE"))
        .body("leader", nullValue());
    charge("AREA", "\"bodyCode\": \"区委\"", area, "2026-01-01").then().statusCode(409);
  }

  @Test
  void every_fault_of_a_duty_is_named_at_once() {
    charge("CO_HEAD", "\"bodyCode\": \"区委\"", "\"lineCode\": \"SCHOOLS\"", "2025-01-01")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("bodyCode", "lineCode"));
    charge("LINE", by("NOBODY"), "\"lineCode\": \"NO_LINE\"", "2025-01-01")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-line"));
    charge("LINE", by("NOBODY"), "\"lineCode\": \"SCHOOLS\"", "2025-01-01")
        .then()
        .statusCode(400)
        .body("errors.code", contains("unknown-leader"));
    charge("LINE", by("NOBODY"), "\"lineCode\": \"SCHOOLS\"", "2025-13-01")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("validFrom"))
        .body("errors[0].code", equalTo("day"));
    as(TEAM)
        .get(DUTIES + "?on=yesterday&kind=KING")
        .then()
        .statusCode(400)
        .body("errors.code", containsInAnyOrder("day", "one-of"));
    as(TEAM)
        .get(DUTIES + "?on=2026-01-01&everyDay=true")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-with-every-day"));
    as(TEAM).get(DUTIES + "/01935c0a-0000-7000-8000-000000000001").then().statusCode(404);
  }

  @Test
  void who_leaves_keeps_what_was_led_under_the_name_and_post_of_then() {
    String leader = "/api/v1/leaders/" + leader("LEAVER");
    String former =
        charge("LINE", by("LEAVER"), "\"lineCode\": \"HEALTH\"", "2024-01-01").path("id");
    end(DUTIES + "/" + former, "2025-01-01").then().statusCode(200);
    String running =
        charge("LINE", by("LEAVER"), "\"lineCode\": \"MARKETS\"", "2025-01-01").path("id");
    String future =
        charge("LINE", by("LEAVER"), "\"lineCode\": \"TRAFFIC\"", "2190-01-01").path("id");
    String tag = as(ADMIN).get(leader).header("ETag");
    String promoted =
        "{\"name\": \"领导LEAVER\", \"post\": \"区委副书记\", \"bodyCode\": \"PARTY_COMMITTEE\"}";
    as(ADMIN).body(promoted).put(leader).then().statusCode(428);
    as(ADMIN).header("If-Match", tag).body(promoted).put(leader).then().statusCode(200);
    as(ADMIN).header("If-Match", tag).body(promoted).put(leader).then().statusCode(412);
    as(TEAM).get(DUTIES + "/" + former).then().body("leader.post", equalTo("副区长"));
    as(TEAM).get(DUTIES + "/" + running).then().body("leader.post", equalTo("区委副书记"));

    end(leader, "2023-12-31")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("before-first-day"));
    end(leader, "2026-02-01").then().statusCode(200).body("validTo", equalTo("2026-02-01"));
    end(leader, "2026-03-01").then().statusCode(409).body("code", equalTo("already-ended"));
    as(TEAM)
        .get(DUTIES + "/" + running)
        .then()
        .body("validTo", equalTo("2026-02-01"))
        .body("endReason", equalTo("分工调整"));
    as(TEAM).get(DUTIES + "/" + future).then().body("validTo", equalTo("2190-01-01"));
    as(TEAM).get("/api/v1/leaders?limit=200").then().body("items.code", not(hasItem("LEAVER")));
    as(TEAM)
        .get("/api/v1/leaders?limit=200&on=2026-01-31")
        .then()
        .body("items.code", hasItem("LEAVER"));
    as(TEAM)
        .get("/api/v1/leaders?everyDay=true&q=LEAVER&bodyCode=区委")
        .then()
        .body("items.code", contains("LEAVER"));
    charge("LINE", by("LEAVER"), "\"lineCode\": \"HEALTH\"", "2026-03-01")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("leader-not-in-office"));
    as(ADMIN)
        .body(
            """
            {"code": "LEAVER", "name": "另一位", "post": "副区长", "bodyCode": "区政府", "validFrom": "2026-03-01"}
            """)
        .post("/api/v1/leaders")
        .then()
        .statusCode(409)
        .body("code", equalTo("leader-exists"));
  }

  @Test
  void a_number_in_a_reason_is_masked_for_all_but_the_team() {
    String leader = "/api/v1/leaders/" + leader("REASON");
    as(ADMIN)
        .body("{\"on\": \"2026-01-01\", \"reason\": \"见 19900000001\"}")
        .post(leader + "/ending")
        .then()
        .statusCode(200);
    as(TEAM).get(leader).then().body("endReason", equalTo("见 19900000001"));
    as(Identity.of(Role.ASSESSOR))
        .get(leader)
        .then()
        .body("endReason", not(containsString("19900000001")));
  }

  @Test
  void only_an_administrator_changes_leaders_and_duties_and_everybody_reads_them() {
    for (Role role : Role.values()) {
      if (role != Role.ADMIN) {
        Identity who = Identity.of(role);
        as(who).body("{}").post("/api/v1/leaders").then().statusCode(403);
        as(who).body("{}").post(DUTIES).then().statusCode(403);
        as(who).get("/api/v1/leaders?limit=1").then().statusCode(200);
        as(who).get("/api/v1/leading-group").then().statusCode(200).body("on", notNullValue());
      }
    }
  }
}
