package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.District.handlerOf;
import static org.bihuan.dispatch.SharedItem.EXTERNAL;
import static org.bihuan.dispatch.SharedItem.JOINT;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clocks of units that help, with a clock that the tests move. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class TaskWatchTest {

  @Inject District district;
  @Inject SharedItem shared;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static JsonPath task(String id, String unit) {
    return as(TEAM).get("/api/v1/order-items/" + id + "/tasks/" + unit).jsonPath();
  }

  /** Units of whose tasks {@code action} is on record. */
  private static List<String> noted(String id, String action) {
    List<Map<String, Object>> entries =
        as(TEAM).get("/api/v1/order-items/" + id + "/history").jsonPath().getList("items");
    return entries.stream()
        .filter(entry -> action.equals(entry.get("action")))
        .map(entry -> (String) entry.get("reason"))
        .toList();
  }

  private static void awaitNoted(String id, String action, String... units) {
    await().atMost(Duration.ofSeconds(60)).until(() -> noted(id, action), equalTo(List.of(units)));
  }

  @Test
  void an_open_task_turns_yellow_and_red_once_each() {
    String id = shared.issued();
    clock.forward(Duration.ofHours(36).plusSeconds(5));
    awaitNoted(id, "WARN_TASK", JOINT, EXTERNAL);
    assertThat(task(id, JOINT).getString("light"), equalTo("YELLOW"));
    assertThat(noted(id, "MARK_TASK_OVERDUE"), equalTo(List.of()));
    clock.forward(Duration.ofHours(12));
    awaitNoted(id, "MARK_TASK_OVERDUE", JOINT, EXTERNAL);
    clock.forward(Duration.ofDays(3));
    String other = shared.issued();
    clock.forward(Duration.ofDays(3));
    awaitNoted(other, "MARK_TASK_OVERDUE", JOINT, EXTERNAL);
    assertThat(noted(id, "WARN_TASK"), equalTo(List.of(JOINT, EXTERNAL)));
    assertThat(noted(id, "MARK_TASK_OVERDUE"), equalTo(List.of(JOINT, EXTERNAL)));
    List<String> told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 8).stream()
            .map(District.Told::type)
            .toList();
    for (String type : List.of("warned", "overdue")) {
      assertThat(
          told.stream().filter(("dispatch.item-task-" + type + ".v1")::equals).count(),
          equalTo(2L));
    }
  }

  @Test
  void the_lateness_of_each_unit_is_its_own() {
    String id = shared.acknowledged();
    clock.forward(Duration.ofHours(10));
    SharedItem.reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    clock.forward(Duration.ofHours(41));
    SharedItem.reply(handlerOf(District.ENFORCEMENT), id, EXTERNAL)
        .then()
        .statusCode(200)
        .body("reply.onTime", equalTo(false));
    clock.forward(Duration.ofHours(1));
    district.replyFinally(id).then().statusCode(201).body("onTime", equalTo(false));
    clock.forward(Duration.ofDays(9));

    JsonPath joint = task(id, JOINT);
    assertThat(joint.getString("light"), equalTo("GREEN"));
    assertThat(joint.getString("lateBy"), nullValue());
    JsonPath external = task(id, EXTERNAL);
    assertThat(external.getString("light"), equalTo("RED"));
    assertThat(external.getString("overdueSince"), equalTo(external.getString("dueAt")));
    assertThat(duration(external, "lateBy").toHours(), equalTo(3L));
    JsonPath lead = task(id, District.ENFORCEMENT);
    assertThat(duration(lead, "lateBy").toHours(), equalTo(4L));
    assertThat(
        Stream.of(joint, external, lead).map(one -> duration(one, "heldFor").toHours()).toList(),
        equalTo(List.of(10L, 51L, 52L)));
  }

  private static Duration duration(JsonPath task, String field) {
    return Duration.parse(task.getString(field));
  }

  @Test
  void a_task_that_is_done_turns_neither_yellow_nor_red() {
    String id = shared.issued();
    SharedItem.reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    as(TEAM)
        .body(Map.of("reason", "已由物业代办"))
        .post("/api/v1/order-items/" + id + "/tasks/" + EXTERNAL + "/waiver")
        .then()
        .statusCode(200);
    String sentinel = shared.issued();
    clock.forward(Duration.ofDays(5));
    awaitNoted(sentinel, "MARK_TASK_OVERDUE", JOINT, EXTERNAL);
    assertThat(noted(id, "WARN_TASK"), equalTo(List.of()));
    assertThat(task(id, EXTERNAL).getBoolean("overdue"), equalTo(false));
  }

  @Test
  void an_open_task_has_the_limit_of_its_item_wherever_that_moves() {
    String id = shared.acknowledged();
    SharedItem.reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    String before = task(id, JOINT).getString("dueAt");
    String request =
        ItemActs.requestExtension(id, Duration.ofHours(20)).then().extract().path("id");
    ItemActs.decideExtension(id, request, ItemActs.ACCEPTED).then().statusCode(200);
    String extended = district.item(id).getString("dueAt");
    assertThat(task(id, EXTERNAL).getString("dueAt"), equalTo(extended));
    assertThat(task(id, JOINT).getString("dueAt"), equalTo(before));

    ItemActs.suspend(id, clock, 30).then().statusCode(200);
    clock.forward(Duration.ofDays(20));
    SharedItem.reply(handlerOf(District.ENFORCEMENT), id, EXTERNAL)
        .then()
        .statusCode(409)
        .body("currentStatus", equalTo("SUSPENDED"));
    assertThat(task(id, EXTERNAL).getString("light"), equalTo("GREEN"));
    ItemActs.resume(id).then().statusCode(200);
    JsonPath external = task(id, EXTERNAL);
    assertThat(external.getString("dueAt"), equalTo(district.item(id).getString("dueAt")));
    assertThat(duration(external, "heldFor").toHours(), equalTo(0L));
    clock.forward(Duration.ofHours(69));
    awaitNoted(id, "MARK_TASK_OVERDUE", EXTERNAL);
  }

  @Test
  void a_task_goes_on_while_a_return_of_the_item_is_decided_and_is_closed_by_it() {
    String id = shared.issued();
    String request =
        ItemActs.post(ItemActs.HANDLER, id, "/return-requests", ItemActs.RETURN_TO_NOBODY)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    SharedItem.reply(handlerOf(JOINT), id, JOINT).then().statusCode(200);
    clock.forward(Duration.ofHours(49));
    awaitNoted(id, "MARK_TASK_OVERDUE", EXTERNAL);
    ItemActs.decideReturn(id, request, ItemActs.ACCEPTED).then().statusCode(200);
    JsonPath tasks =
        as(TEAM).get("/api/v1/order-items/" + id + "/tasks?everyRound=true").jsonPath();
    assertThat(tasks.getList("items.status"), equalTo(List.of("REPLIED", "CLOSED")));
    assertThat(
        as(TEAM).get("/api/v1/order-items/" + id + "/tasks").jsonPath().getList("items"),
        equalTo(List.of()));
  }
}
