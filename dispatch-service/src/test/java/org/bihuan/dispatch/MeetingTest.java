package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.MeetingActs.MEETINGS;
import static org.bihuan.dispatch.MeetingActs.decide;
import static org.bihuan.dispatch.MeetingActs.hold;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meetings: how they are planned, held, found and seen. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class MeetingTest {

  private static final Identity MARKETS_LEADER = Identity.of(Role.LINE_LEADER).ofLine("MARKETS");

  @Inject District district;
  @Inject MeetingActs meetings;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void a_meeting_is_planned_held_and_minuted() {
    String item = district.issued();
    Response planned = meetings.plan(TEAM, "COORDINATION", "", item);
    planned
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .body("status", equalTo("PLANNED"))
        .body("attendees.number", contains(1, 2))
        .body("attendees[1].unit.code", equalTo("MARKET_SERVICE_CENTRE_1"))
        .body("attendees.attended", contains(nullValue(), nullValue()))
        .body("agenda[0].problemSerial", equalTo(get(item, "").getString("problemSerial")))
        .body("allowedActions", contains("HOLD", "CANCEL"));
    String id = planned.path("id");
    decide(id, item, "OTHER", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    hold(id, "[3]").then().statusCode(400).body("errors[0].code", equalTo("unknown-attendee"));
    hold(id, "[2]")
        .then()
        .statusCode(200)
        .body("status", equalTo("HELD"))
        .body("heldAt", notNullValue())
        .body("attendees.attended", contains(false, true));
    hold(id, "[2]").then().statusCode(409);
    District.Told told = district.awaitTold("dispatch.events", id, 1).get(0);
    assertThat(told.type(), equalTo("dispatch.meeting-held.v1"));
    assertThat(told.json().getString("meetingKind"), equalTo("COORDINATION"));
    assertThat(told.json().getString("scheduledAt"), equalTo(planned.path("scheduledAt")));
    String minutes = "{\"text\": \"会议议定分期整治\"}";
    as(TEAM)
        .body(minutes)
        .post(MEETINGS + "/" + id + "/minutes")
        .then()
        .statusCode(200)
        .body("minutes", equalTo("会议议定分期整治"))
        .body("allowedActions", contains("DECIDE"));
    as(TEAM)
        .body(minutes)
        .post(MEETINGS + "/" + id + "/minutes")
        .then()
        .statusCode(409)
        .body("code", equalTo("minutes-recorded"));
    as(TEAM)
        .body("{\"reason\": \"改期\"}")
        .post(MEETINGS + "/" + id + "/cancellation")
        .then()
        .statusCode(409);
    assertThat(get(item, "/clock").getList("segments"), hasSize(1));
  }

  @Test
  void a_meeting_to_come_is_not_held_but_called_off() {
    String body =
        """
        {"kind": "THEMATIC", "scheduledAt": "%s", "place": "x", "attendees": [{"unitCode": "%s"}]}
        """;
    String id =
        as(TEAM)
            .body(body.formatted(clock.instant().plus(Duration.ofDays(1)), ENFORCEMENT))
            .post(MEETINGS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    hold(id, "[1]").then().statusCode(409).body("code", equalTo("meeting-to-come"));
    as(TEAM)
        .body("{\"reason\": \"并入下周\"}")
        .post(MEETINGS + "/" + id + "/cancellation")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("allowedActions", empty());
    as(TEAM)
        .body(body.formatted(clock.instant().plus(Duration.ofDays(400)), ENFORCEMENT))
        .post(MEETINGS)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("moment-out-of-range"));
  }

  @Test
  void a_line_leader_convenes_the_weekly_meetings_of_its_line_alone() {
    String line = "\"lineCode\": \"MARKETS\",";
    String id =
        meetings
            .plan(MARKETS_LEADER, "LINE_WEEKLY", "")
            .then()
            .statusCode(201)
            .body("lineCode", equalTo("MARKETS"))
            .extract()
            .path("id");
    meetings
        .plan(MARKETS_LEADER, "COORDINATION", "")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-meeting"));
    meetings
        .plan(MARKETS_LEADER, "LINE_WEEKLY", "\"lineCode\": \"SCHOOLS\",")
        .then()
        .statusCode(403);
    meetings
        .plan(Identity.of(Role.LINE_LEADER).withoutUsualClaims(), "LINE_WEEKLY", line)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    meetings.plan(TEAM, "LINE_WEEKLY", "").then().statusCode(400);
    as(TEAM)
        .get(MEETINGS + "?limit=200&kind=LINE_WEEKLY&lineCode=MARKETS")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.lineCode", everyItem(equalTo("MARKETS")));
    as(TEAM).get(MEETINGS + "?lineCode=NONE").then().statusCode(400);
    meetings
        .plan(TEAM, "THEMATIC", line)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("line-of-other-meeting"));
    Identity other = Identity.of(Role.LINE_LEADER).ofLine("SCHOOLS");
    String holding = "{\"attended\": [1]}";
    as(other).body(holding).post(MEETINGS + "/" + id + "/holding").then().statusCode(403);
    as(other).get(MEETINGS + "/" + id).then().statusCode(200).body("allowedActions", empty());
    as(MARKETS_LEADER).body(holding).post(MEETINGS + "/" + id + "/holding").then().statusCode(200);
  }

  @Test
  void a_unit_sees_the_meetings_that_it_attends_and_no_other() {
    String item = district.issued();
    String id = meetings.held("COORDINATION", item);
    as(HANDLER).get(MEETINGS + "/" + id).then().statusCode(200).body("allowedActions", empty());
    as(handlerOf("EDUCATION_BUREAU")).get(MEETINGS + "/" + id).then().statusCode(404);
    as(handlerOf("EDUCATION_BUREAU"))
        .get(MEETINGS + "?orderItemId=" + item)
        .then()
        .statusCode(200)
        .body("items", empty());
    as(HANDLER)
        .body("{\"attended\": [1]}")
        .post(MEETINGS + "/" + id + "/holding")
        .then()
        .statusCode(403);
    as(Identity.of(Role.SUBDISTRICT)).get(MEETINGS).then().statusCode(403);
  }

  @Test
  void meetings_are_found_and_counted() {
    String item = district.issued();
    String id = meetings.held("ONSITE", item);
    Instant now = clock.instant();
    String period = "&from=" + now.minus(Duration.ofHours(2)) + "&to=" + now;
    as(TEAM)
        .get(
            MEETINGS
                + "?kind=ONSITE&status=HELD&unitCode=市场建设服务一中心&count=exact&orderItemId="
                + item
                + period)
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("total", equalTo(1));
    as(TEAM)
        .get(MEETINGS + "?kind=STANDING_COMMITTEE&orderItemId=" + item)
        .then()
        .body("items", empty());
    as(TEAM)
        .get(MEETINGS + "?sort=scheduledAt&limit=200" + period)
        .then()
        .statusCode(200)
        .body("items.id", hasItems(id));
    as(TEAM)
        .get(MEETINGS + "?unitCode=EDUCATION_BUREAU&limit=200")
        .then()
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void a_meeting_names_units_leaders_and_items_that_exist() {
    for (String attendee :
        List.of(
            "{\"unitCode\": \"NOBODY\"}",
            "{\"leaderCode\": \"NOBODY\"}",
            "{\"name\": \"某人\"}",
            "{\"unitCode\": \"TRAFFIC_POLICE\", \"leaderCode\": \"NOBODY\"}")) {
      as(TEAM)
          .body(
              """
              {"kind": "ONSITE", "scheduledAt": "%s", "place": "x", "attendees": [%s]}
              """
                  .formatted(clock.instant(), attendee))
          .post(MEETINGS)
          .then()
          .statusCode(400)
          .body("errors", hasSize(1))
          .body("errors[0].code", oneOf("unknown-unit", "unknown-leader", "unit-or-leader"));
    }
    meetings
        .plan(TEAM, "ONSITE", "", "01935c0a-0000-7000-8000-000000000001")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-order-item"));
    String item = district.issued();
    meetings
        .plan(TEAM, "ONSITE", "", item, item)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("duplicate"));
    as(TEAM).get(MEETINGS + "/01935c0a-0000-7000-8000-000000000001").then().statusCode(404);
  }
}
