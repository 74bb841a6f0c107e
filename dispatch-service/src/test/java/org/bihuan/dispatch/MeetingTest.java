package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.ENFORCEMENT;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.instant;
import static org.bihuan.dispatch.ItemActs.post;
import static org.bihuan.dispatch.ItemActs.requestExtension;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.dispatch.District.Told;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Meetings, what they decide, and what that does to items. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class MeetingTest {

  private static final String MEETINGS = "/api/v1/meetings";
  private static final Identity MARKETS_LEADER = Identity.of(Role.LINE_LEADER).ofLine("MARKETS");

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private Response plan(Identity who, String kind, String more, String... items) {
    String agenda =
        List.of(items).stream()
            .map(id -> "{\"orderItemId\": \"" + id + "\"}")
            .collect(Collectors.joining(", "));
    return as(who)
        .body(
            """
            {"kind": "%s", "scheduledAt": "%s", "place": "专班会议室", "chair": "专班负责人", %s
             "attendees": [{"unitCode": "%s", "name": "经办人甲"}, {"unitCode": "市场建设服务一中心"}],
             "agenda": [%s]}
            """
                .formatted(
                    kind, clock.instant().minus(Duration.ofHours(1)), more, ENFORCEMENT, agenda))
        .post(MEETINGS);
  }

  private String held(String kind, String... items) {
    String id = plan(TEAM, kind, "", items).then().statusCode(201).extract().path("id");
    hold(id, "[1]").then().statusCode(200);
    return id;
  }

  private static Response hold(String id, String attended) {
    return as(TEAM).body("{\"attended\": " + attended + "}").post(MEETINGS + "/" + id + "/holding");
  }

  private static Response decide(String meeting, String item, String kind, String more) {
    String about = item == null ? "" : "\"orderItemId\": \"" + item + "\", ";
    return as(TEAM)
        .body("{" + about + "\"kind\": \"" + kind + "\", \"text\": \"分期整治\"" + more + "}")
        .post(MEETINGS + "/" + meeting + "/decisions");
  }

  private String on(int days) {
    return ", \"dueOn\": \"" + DistrictTime.day(clock.instant()).plusDays(days) + "\"";
  }

  private String complex() {
    String id = district.acknowledged();
    post(HANDLER, id, "/complexity", "{\"reason\": \"多家管线交错\"}").then().statusCode(200);
    return id;
  }

  @Test
  void a_meeting_is_planned_held_and_minuted() {
    String item = district.issued();
    Response planned = plan(TEAM, "COORDINATION", "", item);
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
  void a_date_that_a_meeting_sets_is_the_limit_and_the_first_one_stays_visible() {
    String id = complex();
    requestExtension(id, Duration.ofHours(1)).then().statusCode(201);
    Instant original = instant(district.item(id), "dueAt");
    String meeting = held("COORDINATION", id);
    clock.forward(Duration.ofHours(20));
    LocalDate day = DistrictTime.day(clock.instant()).plusDays(40);
    decide(meeting, id, "PLAN_DATE", on(40)).then().statusCode(201);
    JsonPath item = district.item(id);
    assertThat(item.getString("deadlineClass"), equalTo("PLANNED"));
    assertThat(instant(item, "dueAt"), equalTo(DistrictTime.lastMoment(day)));
    assertThat(instant(item, "difficulty.originalDueAt"), equalTo(original));
    assertThat(item.getList("difficulty.meetings.id"), contains(meeting));
    assertThat(item.getString("difficulty.meetings[0].kind"), equalTo("COORDINATION"));
    assertThat(item.getString("returnUntil"), nullValue());
    assertThat(item.getString("openExtensionRequestId"), nullValue());
    assertThat(item.getString("light"), equalTo("GREEN"));
    JsonPath read = get(id, "/clock");
    assertThat(read.getList("segments.cause"), contains("ISSUE", "SET_PLAN_DATE"));
    assertThat(read.getList("segments.counted"), contains(false, true));
    assertThat(read.getString("segments[1].ruleVersion"), equalTo("PLANNED/" + meeting + "/1"));
    assertThat(get(id, "/history").getString("items[-1].reason"), equalTo("分期整治"));
    List<Told> told = district.awaitTold("dispatch.events", item.getString("problemId"), 5);
    assertThat(told.get(4).type(), equalTo("dispatch.item-plan-date-set.v1"));
    assertThat(told.get(4).json().getString("dueAt"), equalTo(item.getString("dueAt")));
    assertThat(instant(told.get(4).json(), "formerDueAt"), equalTo(original));
    clock.forward(Duration.ofDays(5));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(false));
    post(HANDLER, id, "/extension-requests", ItemActs.extension(clock.instant().plusSeconds(9)))
        .then()
        .statusCode(409)
        .body("code", equalTo("date-set-by-meeting"));
    clock.forward(Duration.ofDays(37));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(true));
  }

  @Test
  void a_second_meeting_sets_another_date_and_the_original_limit_stays_the_first() {
    String id = complex();
    Instant original = instant(district.item(id), "dueAt");
    decide(held("COORDINATION", id), id, "PLAN_DATE", on(10)).then().statusCode(201);
    decide(held("ONSITE", id), id, "PLAN_DATE", on(20)).then().statusCode(201);
    JsonPath item = district.item(id);
    assertThat(instant(item, "difficulty.originalDueAt"), equalTo(original));
    assertThat(
        instant(item, "dueAt"),
        equalTo(DistrictTime.lastMoment(DistrictTime.day(clock.instant()).plusDays(20))));
    assertThat(
        get(id, "/clock").getList("segments.cause"),
        contains("ISSUE", "SET_PLAN_DATE", "SET_PLAN_DATE"));
  }

  @Test
  void only_a_complex_item_in_hand_gets_a_date_or_goes_to_the_leading_group() {
    String plain = district.acknowledged();
    String meeting = held("COORDINATION", plain);
    for (String kind : List.of("PLAN_DATE", "SUBMIT_TO_LEADING_GROUP")) {
      decide(meeting, plain, kind, kind.equals("PLAN_DATE") ? on(9) : "")
          .then()
          .statusCode(409)
          .body("code", equalTo("not-complex"));
    }
    String replied = complex();
    district.replyFinally(replied).then().statusCode(201);
    decide(held("COORDINATION", replied), replied, "PLAN_DATE", on(9))
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    as(TEAM)
        .get(MEETINGS + "/" + meeting)
        .then()
        .body("decisions", empty())
        .body("agenda.orderItemId", contains(plain));
  }

  @Test
  void what_cannot_be_settled_goes_to_the_leading_group_with_its_heads() {
    for (String code : List.of("SUBMIT_HEAD_1", "SUBMIT_HEAD_2")) {
      as(ADMIN)
          .body(
              """
              {"code": "%s", "name": "领导", "post": "组长", "bodyCode": "区政府", "validFrom": "2024-01-01"}
              """
                  .formatted(code))
          .post("/api/v1/leaders")
          .then()
          .statusCode(201);
      as(ADMIN)
          .body(
              "{\"kind\": \"CO_HEAD\", \"leaderCode\": \"%s\", \"validFrom\": \"2024-01-01\"}"
                  .formatted(code))
          .post("/api/v1/duties");
    }
    List<String> heads = as(TEAM).get("/api/v1/leading-group").jsonPath().getList("coHeads.code");
    String id = complex();
    String dueAt = district.item(id).getString("dueAt");
    String meeting = held("COORDINATION", id);
    decide(meeting, id, "SUBMIT_TO_LEADING_GROUP", "")
        .then()
        .statusCode(201)
        .body("decisions[0].heads.code", equalTo(heads));
    JsonPath item = district.item(id);
    assertThat(item.getString("difficulty.level"), equalTo("D2_LEADING_GROUP"));
    assertThat(item.getList("difficulty.heads.code"), equalTo(heads));
    assertThat(heads, hasSize(2));
    assertThat(item.getString("dueAt"), equalTo(dueAt));
    decide(meeting, id, "SUBMIT_TO_LEADING_GROUP", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-submitted"));
    as(TEAM)
        .get("/api/v1/order-items?limit=200&difficulty=D2_LEADING_GROUP")
        .then()
        .body("items.id", hasItem(id));
    Told told = district.awaitTold("dispatch.events", item.getString("problemId"), 4).get(3);
    assertThat(told.type(), equalTo("dispatch.item-escalated.v1"));
    assertThat(told.json().getString("axis"), equalTo("DIFFICULTY"));
    assertThat(told.json().getString("level"), equalTo("D2_LEADING_GROUP"));
    decide(meeting, id, "PLAN_DATE", on(30)).then().statusCode(201);
    assertThat(district.item(id).getString("difficulty.level"), equalTo("D2_LEADING_GROUP"));
  }

  @Test
  void a_task_is_followed_up_until_it_is_done() {
    String id = district.acknowledged();
    String meeting = held("ROUNDTABLE", id);
    String task = ", \"responsibleUnitCode\": \"交警市北大队\"" + on(3);
    decide(meeting, id, "TASK", task)
        .then()
        .statusCode(201)
        .body("decisions[0].responsibleUnit.code", equalTo("TRAFFIC_POLICE"))
        .body("decisions[0].taskStatus", equalTo("OPEN"))
        .body("decisions[0].overdue", equalTo(false));
    decide(meeting, null, "TASK", task).then().statusCode(201);
    decide(meeting, id, "OTHER", "").then().statusCode(201);
    List<Told> told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 4);
    assertThat(told.get(2).type(), equalTo("dispatch.meeting-decided.v1"));
    assertThat(told.get(2).json().getString("responsibleUnit.code"), equalTo("TRAFFIC_POLICE"));
    assertThat(told.get(3).json().getString("responsibleUnit"), nullValue());
    clock.forward(Duration.ofDays(5));
    Identity police = handlerOf("TRAFFIC_POLICE");
    as(police)
        .get(MEETINGS + "/" + meeting)
        .then()
        .statusCode(200)
        .body("decisions.overdue", contains(true, true, null));
    String tasks = MEETINGS + "/" + meeting + "/decisions/";
    String note = "{\"note\": \"已施划标线\"}";
    as(HANDLER)
        .body(note)
        .post(tasks + "1/completion")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-responsible-unit"));
    as(police)
        .body(note)
        .post(tasks + "1/completion")
        .then()
        .statusCode(200)
        .body("decisions[0].taskStatus", equalTo("DONE"))
        .body("decisions[0].overdue", equalTo(true))
        .body("decisions[0].doneBy.unitCode", equalTo("TRAFFIC_POLICE"))
        .body("decisions[0].note", equalTo("已施划标线"));
    as(police)
        .body(note)
        .post(tasks + "1/completion")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-done"));
    as(TEAM)
        .body(note)
        .post(tasks + "3/completion")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-a-task"));
    as(TEAM).body(note).post(tasks + "4/completion").then().statusCode(404);
    as(ADMIN)
        .body("{}")
        .post("/api/v1/units/TRAFFIC_POLICE/closing")
        .then()
        .statusCode(409)
        .body("holds.meetingTasks", equalTo(1));
    as(TEAM).body(note).post(tasks + "2/completion").then().statusCode(200);
  }

  @Test
  void a_decision_has_the_fields_of_its_kind_and_no_other() {
    String id = complex();
    String meeting = held("COORDINATION", id);
    decide(meeting, null, "PLAN_DATE", "")
        .then()
        .statusCode(400)
        .body("errors.field", contains("orderItemId", "dueOn"));
    decide(meeting, id, "OTHER", on(3) + ", \"responsibleUnitCode\": \"交警市北大队\"")
        .then()
        .statusCode(400)
        .body("errors.code", contains("not-of-this-decision", "not-of-this-decision"));
    decide(meeting, id, "PLAN_DATE", on(0))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("day-out-of-range"));
    decide(meeting, district.issued(), "OTHER", "")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-on-agenda"));
  }

  @Test
  void a_line_leader_convenes_the_weekly_meetings_of_its_line_alone() {
    String line = "\"lineCode\": \"MARKETS\",";
    String id =
        plan(MARKETS_LEADER, "LINE_WEEKLY", "")
            .then()
            .statusCode(201)
            .body("lineCode", equalTo("MARKETS"))
            .extract()
            .path("id");
    plan(MARKETS_LEADER, "COORDINATION", "")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-meeting"));
    plan(MARKETS_LEADER, "LINE_WEEKLY", "\"lineCode\": \"SCHOOLS\",").then().statusCode(403);
    plan(Identity.of(Role.LINE_LEADER).withoutUsualClaims(), "LINE_WEEKLY", line)
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    plan(TEAM, "LINE_WEEKLY", "").then().statusCode(400);
    plan(TEAM, "THEMATIC", line)
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
    String id = held("COORDINATION", item);
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
    String id = held("ONSITE", item);
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
          .body("errors", hasSize(1));
    }
    plan(TEAM, "ONSITE", "", "01935c0a-0000-7000-8000-000000000001")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-order-item"));
    String item = district.issued();
    plan(TEAM, "ONSITE", "", item, item)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("duplicate"));
    as(TEAM).get(MEETINGS + "/01935c0a-0000-7000-8000-000000000001").then().statusCode(404);
  }
}
