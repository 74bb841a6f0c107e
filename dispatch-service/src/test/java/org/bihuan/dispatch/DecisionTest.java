package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
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
import static org.bihuan.dispatch.ItemActs.resume;
import static org.bihuan.dispatch.ItemActs.suspend;
import static org.bihuan.dispatch.MeetingActs.MEETINGS;
import static org.bihuan.dispatch.MeetingActs.decide;
import static org.bihuan.dispatch.MeetingActs.declareComplex;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
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
import org.bihuan.dispatch.District.Told;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What meetings decide, and what that does to items. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class DecisionTest {

  @Inject District district;
  @Inject MeetingActs meetings;
  @Inject SharedItem shared;
  @Inject MovableClock clock;

  @Test
  void the_weekly_meeting_of_a_line_decides_about_no_item_of_another_line() {
    String occupation = district.acknowledged();
    String unknown = shared.acknowledged();
    String weekly =
        meetings
            .plan(TEAM, "LINE_WEEKLY", "\"lineCode\": \"TRAFFIC\",", occupation, unknown)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    MeetingActs.hold(weekly, "[1]").then().statusCode(200);
    decide(weekly, occupation, "OTHER", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("item-of-other-line"))
        .body("lineCode", equalTo("STREET_ORDER"));
    // Its category is in no line.
    decide(weekly, unknown, "OTHER", "").then().statusCode(201);
    decide(weekly, null, "OTHER", "").then().statusCode(201);
    String own =
        meetings
            .plan(TEAM, "LINE_WEEKLY", "\"lineCode\": \"STREET_ORDER\",", occupation)
            .path("id");
    MeetingActs.hold(own, "[1]").then().statusCode(200);
    decide(own, occupation, "OTHER", "").then().statusCode(201);
    decide(meetings.held("COORDINATION", occupation), occupation, "OTHER", "")
        .then()
        .statusCode(201);
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static List<String> actions(String id) {
    return get(id, "/history").getList("items.action");
  }

  @Test
  void a_date_that_a_meeting_sets_is_the_limit_and_the_first_one_stays_visible() {
    String id = meetings.complex();
    requestExtension(id, Duration.ofHours(1)).then().statusCode(201);
    Instant original = instant(district.item(id), "dueAt");
    String meeting = meetings.held("COORDINATION", id);
    clock.forward(Duration.ofHours(20));
    LocalDate day = DistrictTime.day(clock.instant()).plusDays(40);
    decide(meeting, id, "PLAN_DATE", meetings.on(40)).then().statusCode(201);
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
    String id = meetings.complex();
    Instant original = instant(district.item(id), "dueAt");
    decide(meetings.held("COORDINATION", id), id, "PLAN_DATE", meetings.on(10))
        .then()
        .statusCode(201);
    decide(meetings.held("ONSITE", id), id, "PLAN_DATE", meetings.on(20)).then().statusCode(201);
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
    String meeting = meetings.held("COORDINATION", plain);
    for (String kind : List.of("PLAN_DATE", "SUBMIT_TO_LEADING_GROUP")) {
      decide(meeting, plain, kind, kind.equals("PLAN_DATE") ? meetings.on(9) : "")
          .then()
          .statusCode(409)
          .body("code", equalTo("not-complex"));
    }
    String replied = meetings.complex();
    district.replyFinally(replied).then().statusCode(201);
    decide(meetings.held("COORDINATION", replied), replied, "PLAN_DATE", meetings.on(9))
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    as(TEAM)
        .get(MEETINGS + "/" + meeting)
        .then()
        .body("decisions", empty())
        .body("agenda.orderItemId", contains(plain));
  }

  /** Where the leading group has two heads already, they stay. */
  private static void becomesHead(String code) {
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

  private static void isHeadNoMore(String code) {
    as(ADMIN)
        .body("{\"on\": \"2024-01-01\", \"reason\": \"误录\"}")
        .post("/api/v1/leaders/" + code + "/ending")
        .then()
        .statusCode(200);
  }

  @Test
  void what_cannot_be_settled_goes_to_the_leading_group_with_its_heads() {
    List<String> own = List.of("SUBMIT_HEAD_1", "SUBMIT_HEAD_2");
    own.forEach(DecisionTest::becomesHead);
    List<String> heads = as(TEAM).get("/api/v1/leading-group").jsonPath().getList("coHeads.code");
    String id = meetings.complex();
    String dueAt = district.item(id).getString("dueAt");
    String meeting = meetings.held("COORDINATION", id);
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
    decide(meeting, id, "PLAN_DATE", meetings.on(30)).then().statusCode(201);
    assertThat(district.item(id).getString("difficulty.level"), equalTo("D2_LEADING_GROUP"));
    own.forEach(DecisionTest::isHeadNoMore);
    assertThat(district.item(id).getList("difficulty.heads.code"), equalTo(heads));
  }

  @Test
  void a_task_is_followed_up_until_it_is_done() {
    String id = district.acknowledged();
    String meeting = meetings.held("ROUNDTABLE", id);
    String task = ", \"responsibleUnitCode\": \"交警市北大队\"" + meetings.on(3);
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
    String open = MEETINGS + "?unitCode=TRAFFIC_POLICE&orderItemId=" + id + "&openTasks=";
    as(TEAM).get(open + true).then().statusCode(200).body("items.id", contains(meeting));
    as(TEAM).get(open + false).then().statusCode(200).body("items", empty());
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
    as(TEAM).get(open + false).then().body("items.id", contains(meeting));
    as(TEAM).get(open + true).then().body("items", empty());
  }

  @Test
  void a_decision_has_the_fields_of_its_kind_and_no_other() {
    String id = meetings.complex();
    String meeting = meetings.held("COORDINATION", id);
    decide(meeting, null, "PLAN_DATE", "")
        .then()
        .statusCode(400)
        .body("errors.field", contains("orderItemId", "dueOn"));
    decide(meeting, id, "OTHER", meetings.on(3) + ", \"responsibleUnitCode\": \"交警市北大队\"")
        .then()
        .statusCode(400)
        .body("errors.code", contains("not-of-this-decision", "not-of-this-decision"));
    decide(meeting, id, "PLAN_DATE", meetings.on(0))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("day-out-of-range"));
    decide(meeting, district.issued(), "OTHER", "")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-on-agenda"));
    as(TEAM)
        .body("{\"note\": \"已办结\"}")
        .post(MeetingActs.MEETINGS + "/" + meeting + "/decisions/9/completion")
        .then()
        .statusCode(404)
        .body("code", equalTo("decision-not-found"));
  }

  @Test
  void the_tasks_of_units_that_help_have_the_date_of_the_item() {
    String id = shared.acknowledged();
    declareComplex(id);
    SharedItem.reply(handlerOf(ENFORCEMENT), id, SharedItem.EXTERNAL);
    clock.forward(Duration.ofHours(40));
    assertThat(get(id, "/tasks").getList("items.light"), contains("YELLOW", "YELLOW", "GREEN"));
    String repliedDueAt = get(id, "/tasks").getString("items[2].dueAt");
    decide(meetings.held("COORDINATION", id), id, "PLAN_DATE", meetings.on(40))
        .then()
        .statusCode(201);
    String dueAt = district.item(id).getString("dueAt");
    clock.forward(Duration.ofHours(2));
    JsonPath tasks = get(id, "/tasks");
    assertThat(tasks.getList("items.dueAt"), contains(dueAt, dueAt, repliedDueAt));
    assertThat(tasks.getList("items.light"), contains("GREEN", "GREEN", "GREEN"));
    assertThat(Duration.parse(tasks.getString("items[1].heldFor")), lessThan(Duration.ofHours(3)));
    clock.forward(Duration.ofDays(41));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> actions(id), hasItems("MARK_OVERDUE", "MARK_TASK_OVERDUE"));
    assertThat(get(id, "/tasks").getList("items.light"), contains("RED", "RED", "GREEN"));
  }

  @Test
  void a_date_that_a_meeting_set_alone_turns_an_item_yellow_and_red() {
    String id = meetings.complex();
    decide(meetings.held("COORDINATION", id), id, "PLAN_DATE", meetings.on(40))
        .then()
        .statusCode(201);
    String sentinel = district.issued();
    clock.forward(Duration.ofDays(4));
    await().atMost(Duration.ofSeconds(60)).until(() -> actions(sentinel), hasItem("MARK_OVERDUE"));
    assertThat(actions(id), not(hasItem("WARN")));
    clock.forward(Duration.ofDays(28));
    await().atMost(Duration.ofSeconds(60)).until(() -> actions(id), hasItem("WARN"));
    assertThat(district.item(id).getString("light"), equalTo("YELLOW"));
    assertThat(actions(id), not(hasItem("MARK_OVERDUE")));
    clock.forward(Duration.ofDays(10));
    await().atMost(Duration.ofSeconds(60)).until(() -> actions(id), hasItem("MARK_OVERDUE"));
    assertThat(district.item(id).getString("light"), equalTo("RED"));
  }

  @Test
  void a_suspension_moves_the_date_that_a_meeting_set_and_no_meeting_decides_meanwhile() {
    String id = meetings.complex();
    String meeting = meetings.held("COORDINATION", id);
    decide(meeting, id, "PLAN_DATE", meetings.on(40)).then().statusCode(201);
    Instant dueAt = instant(district.item(id), "dueAt");
    suspend(id, clock, 20).then().statusCode(200);
    Instant suspendedAt = instant(get(id, "/history"), "items[-1].at");
    clock.forward(Duration.ofDays(10));
    decide(meeting, id, "PLAN_DATE", meetings.on(50))
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("SUSPENDED"));
    resume(id).then().statusCode(200);
    Duration stood = Duration.between(suspendedAt, instant(get(id, "/history"), "items[-1].at"));
    JsonPath item = district.item(id);
    assertThat(instant(item, "dueAt"), equalTo(dueAt.plus(stood)));
    assertThat(item.getString("deadlineClass"), equalTo("PLANNED"));
  }

  private static Response escalate(String id, String body) {
    return post(TEAM, id, "/escalations", body);
  }

  @Test
  void the_special_team_submits_a_complex_item_without_a_meeting() {
    String higher =
        """
        {"axis": "DIFFICULTY", "level": "D2_LEADING_GROUP", "reason": "涉及六家单位"}
        """;
    String plain = district.acknowledged();
    escalate(plain, higher).then().statusCode(409).body("code", equalTo("not-complex"));
    String id = meetings.complex();
    String dueAt = district.item(id).getString("dueAt");
    List<String> heads = as(TEAM).get("/api/v1/leading-group").jsonPath().getList("coHeads.code");
    assertThat(get(id, "").getList("allowedActions"), hasItem("SUBMIT_TO_LEADING_GROUP"));
    post(HANDLER, id, "/escalations", higher).then().statusCode(403);
    escalate(id, "{\"axis\": \"DIFFICULTY\"}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("level", "reason"));
    escalate(id, higher)
        .then()
        .statusCode(200)
        .body("difficulty.level", equalTo("D2_LEADING_GROUP"))
        .body("difficulty.heads.code", equalTo(heads))
        .body("dueAt", equalTo(dueAt))
        .body("allowedActions", not(hasItem("SUBMIT_TO_LEADING_GROUP")));
    escalate(id, higher).then().statusCode(409).body("code", equalTo("already-submitted"));
    decide(meetings.held("COORDINATION", id), id, "SUBMIT_TO_LEADING_GROUP", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-submitted"));
    Told told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 4).get(3);
    assertThat(told.type(), equalTo("dispatch.item-escalated.v1"));
    assertThat(told.json().getString("text"), equalTo("涉及六家单位"));
    assertThat(told.json().getString("meetingId"), nullValue());
  }
}
