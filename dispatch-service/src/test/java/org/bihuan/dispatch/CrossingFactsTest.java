package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.ADMIN;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Facts of inspection that cross acts of the special team, in both orders: write-off over
 * cancellation over every other fact, and what is overtaken is on record (docs/crossing-facts.md).
 */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class CrossingFactsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static Response cancel(String id) {
    return as(TEAM).body("{\"reason\":\"误派\"}").post("/api/v1/order-items/" + id + "/cancellation");
  }

  private static JsonPath history(String id) {
    return as(TEAM).get("/api/v1/order-items/" + id + "/history").jsonPath();
  }

  /** The last step of the item, once it is {@code action}. */
  private static JsonPath awaitLast(String id, String action) {
    return await()
        .atMost(PATIENCE)
        .until(() -> history(id), history -> action.equals(history.getString("items[-1].action")));
  }

  private Told lastTold(String id, int count) {
    String key = district.item(id).getString("problemId");
    return district.awaitTold("dispatch.events", key, count).get(count - 1);
  }

  @Test
  void a_write_off_wins_over_a_cancellation_that_came_before_it() {
    String id = district.accepted();
    cancel(id).then().statusCode(200);
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    JsonPath last = awaitLast(id, "WRITE_OFF");
    assertThat(last.getString("items[-1].from"), equalTo("CANCELLED"));
    assertThat(last.getString("items[-1].reason"), equalTo("CROSSED_CANCELLATION"));
    assertThat(
        last.getList("items.action"),
        equalTo(List.of("ISSUE", "ACKNOWLEDGE", "REPLY", "ACCEPT_REPLY", "CANCEL", "WRITE_OFF")));
    Told told = lastTold(id, 6);
    assertThat(told.type(), equalTo("dispatch.item-written-off.v1"));
    assertThat(told.json().getString("reason"), equalTo("CROSSED_CANCELLATION"));
    assertThat(told.json().getInt("sequence"), equalTo(6));
    as(TEAM)
        .get("/api/v1/orders/" + district.item(id).getString("orderId"))
        .then()
        .body("status", equalTo("CLOSED"));
  }

  @Test
  void a_cancellation_after_the_write_off_is_refused() {
    String id = district.accepted();
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    cancel(id)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("WRITTEN_OFF"))
        .body("allowedActions", equalTo(List.of()));
    assertThat(awaitLast(id, "WRITE_OFF").getString("items[-1].reason"), nullValue());
  }

  @Test
  void both_orders_leave_the_same_clock() {
    String crossed = district.acknowledged();
    String plain = district.acknowledged();
    clock.forward(Duration.ofHours(49));
    for (String id : List.of(crossed, plain)) {
      district.replyFinally(id).then().statusCode(201).body("onTime", equalTo(false));
      district
          .review(id, district.newestReply(id), "{\"decision\":\"ACCEPTED\"}")
          .then()
          .statusCode(200);
    }
    clock.forward(Duration.ofHours(5));
    cancel(crossed).then().statusCode(200);
    for (String id : List.of(crossed, plain)) {
      district.tellWrittenOff(id);
      district.awaitStatus(id, "WRITTEN_OFF");
      assertThat(district.item(id).getBoolean("overdue"), equalTo(true));
      as(TEAM)
          .get("/api/v1/order-items/" + id + "/clock")
          .then()
          .body("segments.findAll { it.counted }.size()", equalTo(1))
          .body("segments[-1].cause", equalTo("RECHECK"));
    }
  }

  @Test
  void a_failed_recheck_of_a_cancelled_item_is_noted_and_changes_nothing() {
    String id = district.accepted();
    cancel(id).then().statusCode(200);
    UUID event = district.tellRecheckFailed(id, 0);
    JsonPath last = awaitLast(id, "NOTE_LATE_FACT");
    assertThat(last.getString("items[-1].to"), equalTo("CANCELLED"));
    assertThat(last.getString("items[-1].reason"), equalTo("inspection.recheck-failed.v1"));
    assertThat(last.getString("items[-1].actor.role"), equalTo("INSPECTOR"));
    assertThat(district.item(id).getString("status"), equalTo("CANCELLED"));
    assertThat(district.item(id).getInt("reworkCount"), equalTo(0));
    Told told = lastTold(id, 6);
    assertThat(told.type(), equalTo("dispatch.late-fact-noted.v1"));
    assertThat(told.json().getString("fact"), equalTo("inspection.recheck-failed.v1"));
    assertThat(told.json().getString("factId"), equalTo(event.toString()));
  }

  @Test
  void a_cancellation_after_a_failed_recheck_ends_the_rework() {
    String id = district.accepted();
    district.tellRecheckFailed(id, 0);
    district.awaitStatus(id, "REWORK");
    cancel(id).then().statusCode(200).body("status", equalTo("CANCELLED"));
    assertThat(district.item(id).getInt("reworkCount"), equalTo(1));
  }

  @Test
  void a_failed_recheck_of_an_earlier_round_is_noted_and_changes_nothing() {
    String id = district.accepted();
    district.tellRecheckFailed(id, 0);
    district.awaitStatus(id, "REWORK");
    district.tellRecheckFailed(id, 0);
    awaitLast(id, "NOTE_LATE_FACT");
    assertThat(district.item(id).getInt("reworkCount"), equalTo(1));
    assertThat(district.item(id).getString("status"), equalTo("REWORK"));
  }

  @Test
  void what_comes_after_the_write_off_is_noted_and_changes_nothing() {
    String id = district.accepted();
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    district.tellWrittenOff(id);
    awaitLast(id, "NOTE_LATE_FACT");
    district.tellRecheckFailed(id, 0);
    await().atMost(PATIENCE).until(() -> history(id).getList("items").size(), equalTo(7));
    assertThat(
        history(id).getList("items[-2,-1].reason"),
        equalTo(List.of("inspection.problem-written-off.v1", "inspection.recheck-failed.v1")));
    assertThat(district.item(id).getString("status"), equalTo("WRITTEN_OFF"));
  }

  @Test
  void the_same_event_again_leaves_no_second_trace() {
    String id = district.accepted();
    cancel(id).then().statusCode(200);
    UUID event = UUID.randomUUID();
    district.tell(event, district.recheckFailed(id, 0));
    district.tell(event, district.recheckFailed(id, 0));
    district.tellWrittenOff(id);
    district.awaitStatus(id, "WRITTEN_OFF");
    assertThat(history(id).getList("items.findAll { it.action == 'NOTE_LATE_FACT' }"), hasSize(1));
  }

  @Test
  void a_second_filing_of_a_problem_is_noted_with_its_item() {
    ProblemFiled problem = district.problem();
    String id = district.itemOf(problem).getString("items[0].id");
    district.tell(problem);
    assertThat(
        awaitLast(id, "NOTE_LATE_FACT").getString("items[-1].reason"),
        equalTo("intake.problem-filed.v1"));
    assertThat(district.item(id).getString("status"), equalTo("ISSUED"));
    as(ADMIN)
        .get("/operations/dead-letters")
        .then()
        .body("findAll { it.key == '%s' }".formatted(problem.problemId()), hasSize(0));
  }

  @Test
  void a_write_off_that_no_recheck_can_have_led_to_is_still_a_dead_letter() {
    String id = district.issued();
    String event = district.tellWrittenOff(id).toString();
    await()
        .atMost(PATIENCE)
        .until(
            () -> as(ADMIN).get("/operations/dead-letters").jsonPath().getList("eventId"),
            hasItem(event));
    assertThat(history(id).getList("items.action"), equalTo(List.of("ISSUE")));
  }
}
