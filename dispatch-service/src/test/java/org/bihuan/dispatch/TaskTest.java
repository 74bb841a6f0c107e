package org.bihuan.dispatch;

import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.junit.jupiter.api.Test;

/** The shares of units that help with an item: who replies, who is waited for, who begins again. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class TaskTest {

  private static final String JOINT = "TRAFFIC_POLICE";
  private static final String EXTERNAL = "CABLE_OPERATOR_1";

  @Inject District district;
  @Inject SharedItem shared;

  private static JsonPath tasks(String id) {
    return as(TEAM)
        .get("/api/v1/order-items/" + id + "/tasks")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response reply(Identity who, String id, String unit) {
    return SharedItem.reply(who, id, unit);
  }

  private static Response waive(String id, String unit) {
    return as(TEAM)
        .body(Map.of("reason", "无需配合"))
        .post("/api/v1/order-items/" + id + "/tasks/" + unit + "/waiver");
  }

  @Test
  void each_unit_has_its_own_share_the_lead_unit_first() {
    String id = shared.issued();
    JsonPath tasks = tasks(id);
    assertThat(
        tasks.getList("items.unit.code"), equalTo(List.of(District.ENFORCEMENT, JOINT, EXTERNAL)));
    assertThat(tasks.getList("items.role"), equalTo(List.of("LEAD", "JOINT", "EXTERNAL")));
    assertThat(tasks.getList("items.status"), equalTo(List.of("OPEN", "OPEN", "OPEN")));
    assertThat(tasks.getList("items.light"), equalTo(List.of("GREEN", "GREEN", "GREEN")));
    String due = district.item(id).getString("dueAt");
    assertThat(tasks.getList("items.dueAt"), equalTo(List.of(due, due, due)));
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/tasks/" + JOINT)
        .then()
        .statusCode(200)
        .body("unit.name", equalTo("市北交警"))
        .body("lateBy", nullValue())
        .body("allowedActions", equalTo(List.of("WAIVE")));
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/tasks/" + District.ENFORCEMENT)
        .then()
        .body("role", equalTo("LEAD"))
        .body("allowedActions", empty());
  }

  @Test
  void an_item_without_other_units_has_the_share_of_its_lead_unit_alone() {
    assertThat(tasks(district.issued()).getList("items.role"), equalTo(List.of("LEAD")));
    String unassigned =
        district.itemOf(district.problem("OTHER", DeadlineClass.GENERAL)).getString("items[0].id");
    assertThat(tasks(unassigned).getList("items"), empty());
  }

  @Test
  void the_final_reply_waits_until_every_other_unit_has_replied_or_was_waived() {
    String id = shared.acknowledged();
    district
        .replyFinally(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("joint-tasks-open"))
        .body("units.code", equalTo(List.of(JOINT, EXTERNAL)));
    as(handlerOf(District.ENFORCEMENT))
        .get("/api/v1/order-items/" + id)
        .then()
        .body("status", equalTo("ACKNOWLEDGED"))
        .body("openTasks.code", equalTo(List.of(JOINT, EXTERNAL)))
        .body("allowedActions", hasItem("REPLY_INTERIM"))
        .body("allowedActions", not(hasItem("REPLY")));
    as(handlerOf(District.ENFORCEMENT))
        .body("{\"kind\": \"INTERIM\", \"measures\": \"已进场\"}")
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(201);
    reply(handlerOf(JOINT), id, JOINT)
        .then()
        .statusCode(200)
        .body("status", equalTo("REPLIED"))
        .body("reply.onTime", equalTo(true))
        .body("reply.repliedBy.unitCode", equalTo(JOINT))
        .body("allowedActions", empty());
    district.replyFinally(id).then().statusCode(409).body("units.code", equalTo(List.of(EXTERNAL)));
    waive(id, EXTERNAL)
        .then()
        .statusCode(200)
        .body("status", equalTo("WAIVED"))
        .body("waiver.reason", equalTo("无需配合"))
        .body("waiver.waivedBy.role", equalTo("SPECIAL_TEAM"));
    as(handlerOf(District.ENFORCEMENT))
        .get("/api/v1/order-items?problemId=" + district.item(id).getString("problemId"))
        .then()
        .body("items[0].openTasks", empty())
        .body("items[0].allowedActions", hasItem("REPLY"));
    district.replyFinally(id).then().statusCode(201);
    assertThat(tasks(id).getList("items.status"), equalTo(List.of("REPLIED", "REPLIED", "WAIVED")));
  }

  @Test
  void the_lead_unit_answers_for_an_external_party() {
    String id = shared.issued();
    reply(handlerOf(District.ENFORCEMENT), id, EXTERNAL)
        .then()
        .statusCode(200)
        .body("role", equalTo("EXTERNAL"))
        .body("status", equalTo("REPLIED"))
        .body("reply.repliedBy.unitCode", equalTo(District.ENFORCEMENT));
  }

  @Test
  void a_unit_replies_to_its_own_task_alone() {
    String id = shared.issued();
    reply(handlerOf("PUBLIC_SECURITY_BRANCH"), id, JOINT).then().statusCode(404);
    reply(handlerOf(District.ENFORCEMENT), id, JOINT).then().statusCode(403);
    reply(TEAM, id, JOINT).then().statusCode(403);
    reply(handlerOf(JOINT), id, EXTERNAL)
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-task"));
    reply(handlerOf(JOINT), id, District.ENFORCEMENT)
        .then()
        .statusCode(404)
        .body("code", equalTo("task-not-found"));
    reply(handlerOf(JOINT), id, "BIG_DATA_BUREAU").then().statusCode(404);
    as(handlerOf(JOINT))
        .get("/api/v1/order-items/" + id + "/tasks")
        .then()
        .body("items[1].allowedActions", equalTo(List.of("REPLY")))
        .body("items[2].allowedActions", empty());
    district.acknowledge(id).then().statusCode(200);
    as(handlerOf(JOINT))
        .body("{\"kind\": \"INTERIM\", \"measures\": \"已进场\"}")
        .post("/api/v1/order-items/" + id + "/replies")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-lead-unit"));
  }

  @Test
  void a_task_is_done_once() {
    String id = shared.issued();
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    reply(handlerOf(JOINT), id, JOINT)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("REPLIED"))
        .body("requestedAction", equalTo("REPLY"))
        .body("allowedActions", empty());
    waive(id, JOINT).then().statusCode(409).body("requestedAction", equalTo("WAIVE"));
    waive(id, EXTERNAL).then().statusCode(200);
    reply(handlerOf(District.ENFORCEMENT), id, EXTERNAL).then().statusCode(409);
  }

  @Test
  void of_two_who_reply_at_once_one_does() throws Exception {
    String id = shared.issued();
    Callable<Integer> attempt = () -> reply(handlerOf(JOINT), id, JOINT).statusCode();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : pool.invokeAll(List.of(attempt, attempt))) {
      statuses.add(answer.get());
    }
    pool.shutdown();
    assertThat(statuses.stream().sorted().toList(), equalTo(List.of(200, 409)));
  }

  @Test
  void who_believes_in_another_version_of_the_task_is_refused() {
    String id = shared.issued();
    String tag =
        as(handlerOf(JOINT))
            .get("/api/v1/order-items/" + id + "/tasks/" + JOINT)
            .then()
            .extract()
            .header("ETag");
    district.acknowledge(id).then().statusCode(200);
    as(handlerOf(JOINT))
        .header("If-Match", "\"77\"")
        .body(SharedItem.REPLY)
        .post("/api/v1/order-items/" + id + "/tasks/" + JOINT + "/reply")
        .then()
        .statusCode(412);
    as(handlerOf(JOINT))
        .header("If-Match", tag)
        .body(SharedItem.REPLY)
        .post("/api/v1/order-items/" + id + "/tasks/" + JOINT + "/reply")
        .then()
        .statusCode(200);
  }

  @Test
  void a_reply_names_measures_and_result() {
    String id = shared.issued();
    as(handlerOf(JOINT))
        .body("{\"cause\": \"施工\", \"measures\": \"  \"}")
        .post("/api/v1/order-items/" + id + "/tasks/" + JOINT + "/reply")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("measures"))
        .body("errors.field", hasItem("resultSummary"));
    as(TEAM)
        .body("{}")
        .post("/api/v1/order-items/" + id + "/tasks/" + JOINT + "/waiver")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("reason")));
  }

  @Test
  void a_returned_reply_opens_no_task_again() {
    String id = shared.replied();
    district
        .review(id, district.newestReply(id), "{\"decision\":\"RETURNED\",\"opinion\":\"未整改\"}")
        .then()
        .statusCode(200)
        .body("openTasks", empty());
    assertThat(tasks(id).getList("items.status"), equalTo(List.of("OPEN", "REPLIED", "REPLIED")));
    district.replyFinally(id).then().statusCode(201);
  }

  @Test
  void a_failed_recheck_opens_all_tasks_again_but_waived_ones() {
    String id = shared.acknowledged();
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    waive(id, EXTERNAL).then().statusCode(200);
    district.replyFinally(id).then().statusCode(201);
    district
        .review(id, district.newestReply(id), "{\"decision\":\"ACCEPTED\"}")
        .then()
        .statusCode(200);
    district.tellRecheckFailed(id, 0);
    String due = district.awaitStatus(id, "REWORK").getString("dueAt");
    JsonPath tasks = tasks(id);
    assertThat(tasks.getList("items.status"), equalTo(List.of("OPEN", "OPEN", "WAIVED")));
    assertThat(tasks.getList("items.round"), equalTo(List.of(1, 1, 1)));
    assertThat(tasks.getString("items[1].dueAt"), equalTo(due));
    assertThat(tasks.getString("items[1].reply"), nullValue());
    assertThat(tasks.getString("items[2].waiver.reason"), equalTo("无需配合"));
    district.replyFinally(id).then().statusCode(409).body("units.code", equalTo(List.of(JOINT)));
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/tasks?everyRound=true")
        .then()
        .body("items.round", equalTo(List.of(1, 0, 0, 1, 1)))
        .body("items[1].reply.measures", equalTo("疏导交通"));
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    district.replyFinally(id).then().statusCode(201);
  }

  @Test
  void what_is_called_off_closes_the_tasks() {
    String id = shared.issued();
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    as(TEAM)
        .body("{\"reason\": \"重复立案\"}")
        .post("/api/v1/order-items/" + id + "/cancellation")
        .then()
        .statusCode(200)
        .body("openTasks", empty());
    assertThat(tasks(id).getList("items.status"), equalTo(List.of("CLOSED", "REPLIED", "CLOSED")));
    waive(id, EXTERNAL).then().statusCode(409);
  }

  @Test
  void a_new_order_begins_with_new_tasks() {
    ProblemFiled problem = district.problem("OTHER", DeadlineClass.GENERAL);
    String id = shared.issued(problem);
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    SharedItem.order(problem.problemId(), JOINT, "BIG_DATA_BUREAU").then().statusCode(201);
    JsonPath tasks = tasks(id);
    assertThat(
        tasks.getList("items.unit.code"),
        equalTo(List.of(District.ENFORCEMENT, JOINT, "BIG_DATA_BUREAU")));
    assertThat(tasks.getList("items.status"), equalTo(List.of("OPEN", "OPEN", "OPEN")));
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/tasks?everyRound=true")
        .then()
        .body("items.status", equalTo(List.of("OPEN", "REPLIED", "CLOSED", "OPEN", "OPEN")));
    SharedItem.order(problem.problemId()).then().statusCode(201);
    assertThat(tasks(id).getList("items.role"), equalTo(List.of("LEAD")));
    assertThat(district.item(id).getList("openTasks"), empty());
  }

  @Test
  void what_becomes_of_tasks_is_told_in_the_order_of_the_item() {
    ProblemFiled problem = district.problem("STREET_OCCUPATION", DeadlineClass.GENERAL);
    String id = shared.issued(problem);
    reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    waive(id, EXTERNAL).then().statusCode(200);
    List<Told> told = district.awaitTold("dispatch.events", problem.problemId().toString(), 4);
    assertThat(
        told.stream().map(Told::type).toList(),
        equalTo(
            List.of(
                "dispatch.item-issued.v1",
                "dispatch.item-issued.v1",
                "dispatch.item-task-replied.v1",
                "dispatch.item-task-waived.v1")));
    assertThat(
        told.stream().map(one -> one.json().getInt("sequence")).toList(),
        equalTo(List.of(1, 2, 3, 4)));
    assertThat(told.get(2).json().getString("role"), equalTo("JOINT"));
    assertThat(told.get(2).json().getBoolean("onTime"), equalTo(true));
    assertThat(told.get(3).json().getString("unit.code"), equalTo(EXTERNAL));
    as(TEAM)
        .get("/api/v1/order-items/" + id + "/history")
        .then()
        .body("items.action", equalTo(List.of("ISSUE", "REISSUE", "REPLY_TO_TASK", "WAIVE_TASK")))
        .body("items[2].reason", equalTo(JOINT))
        .body("items[3].reason", equalTo(EXTERNAL + " 无需配合"));
  }

  @Test
  void a_reply_with_a_photo_that_nobody_uploaded_changes_nothing() {
    String id = shared.issued();
    as(handlerOf(JOINT))
        .body(
            Map.of(
                "measures", "疏导交通",
                "resultSummary", "已恢复",
                "attachmentIds", List.of("018f0000-0000-7000-8000-000000000000")))
        .post("/api/v1/order-items/" + id + "/tasks/" + JOINT + "/reply")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-attachment"));
    assertThat(tasks(id).getString("items[1].status"), equalTo("OPEN"));
  }

  /** 线缆"蜘蛛网" [brief]: one unit leads, four help, and six operators that nobody can order. */
  @Test
  void the_tangle_of_cables_is_answered_for_by_its_lead_unit_when_all_have_done_their_share() {
    ProblemFiled problem = district.problem("CABLE_TANGLE", DeadlineClass.GENERAL);
    String id = district.itemOf(problem).getString("items[0].id");
    List<String> joint =
        List.of("POLITICAL_LEGAL_COMMITTEE", JOINT, "BIG_DATA_BUREAU", "SUBDISTRICT_370203005");
    List<String> operators =
        IntStream.rangeClosed(1, 6).mapToObj(number -> "CABLE_OPERATOR_" + number).toList();
    List<String> helping = Stream.concat(joint.stream(), operators.stream()).toList();
    Identity lead = handlerOf("URBAN_MANAGEMENT_BUREAU");
    as(TEAM)
        .body(
            Map.of(
                "kind",
                "SPECIAL",
                "leadUnitCode",
                "城管局",
                "jointUnitCodes",
                helping,
                "items",
                List.of(Map.of("problemId", problem.problemId(), "deadlineClass", "GENERAL"))))
        .post("/api/v1/orders")
        .then()
        .statusCode(201);
    as(lead).body("{}").post("/api/v1/order-items/" + id + "/acknowledgement");
    assertThat(tasks(id).getList("items.findAll { it.role == 'EXTERNAL' }"), hasSize(6));

    joint.forEach(unit -> reply(handlerOf(unit), id, unit).then().statusCode(200));
    operators.subList(0, 5).forEach(unit -> reply(lead, id, unit).then().statusCode(200));
    finalReply(lead, id).then().statusCode(409).body("units.name", equalTo(List.of("运营商六")));
    waive(id, "CABLE_OPERATOR_6").then().statusCode(200);
    finalReply(lead, id).then().statusCode(201);
  }

  private static Response finalReply(Identity lead, String id) {
    return as(lead)
        .body(
            """
            {"kind": "FINAL", "cause": "历史欠账", "measures": "拆除旧缆并入地", "resultSummary": "已清理",
             "outcomes": [{"measure": "拆除旧缆", "quantity": 4810, "unit": "METRE"}]}
            """)
        .post("/api/v1/order-items/" + id + "/replies");
  }
}
