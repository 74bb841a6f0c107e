package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.instant;
import static org.bihuan.dispatch.ItemActs.post;
import static org.bihuan.dispatch.ItemActs.resume;
import static org.bihuan.dispatch.ItemActs.suspend;
import static org.bihuan.dispatch.ItemActs.suspension;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.dispatch.District.Told;
import org.bihuan.kit.time.DistrictTime;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items about which nothing can be done for a while. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class SuspensionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private String itemThatIs(String status) {
    switch (status) {
      case "ISSUED":
        return district.issued();
      case "ACKNOWLEDGED":
        return district.acknowledged();
      default:
        String id = district.accepted();
        district.tellRecheckFailed(id, 0);
        district.awaitStatus(id, "REWORK");
        return id;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISSUED", "ACKNOWLEDGED", "REWORK"})
  void its_clock_stands_and_runs_on_where_it_stood(String status) {
    String id = itemThatIs(status);
    Instant before = instant(district.item(id), "dueAt");
    LocalDate day = DistrictTime.day(clock.instant()).plusDays(20);
    suspend(id, clock, 20)
        .then()
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"))
        .body("suspension.cause", equalTo("AWAITING_FUNDS"))
        .body("suspension.reviewOn", equalTo(day.toString()))
        .body("suspension.reviewOverdue", equalTo(false))
        .body("suspension.since", notNullValue())
        .body("allowedActions", equalTo(List.of("SUSPEND", "RESUME", "CANCEL")));
    Instant since = instant(district.item(id), "suspension.since");
    clock.forward(Duration.ofDays(10));
    JsonPath suspended = district.item(id);
    assertThat(suspended.getBoolean("overdue"), equalTo(false));
    assertThat(suspended.getString("light"), equalTo("GREEN"));
    assertThat(instant(suspended, "dueAt"), equalTo(before));
    JsonPath resumed =
        resume(id)
            .then()
            .statusCode(200)
            .body("status", equalTo(status))
            .body("suspension", nullValue())
            .extract()
            .jsonPath();
    JsonPath read = get(id, "/clock");
    Instant until = instant(read, "segments[-1].from");
    Duration still = Duration.between(since, until);
    assertThat(still.compareTo(Duration.ofDays(10)) >= 0, equalTo(true));
    assertThat(instant(resumed, "dueAt"), equalTo(before.plus(still)));
    List<String> kinds = read.getList("segments.kind");
    assertThat(
        kinds.subList(kinds.size() - 3, kinds.size()),
        equalTo(List.of("RUNNING", "SUSPENDED", "RUNNING")));
    assertThat(read.getString("segments[-2].cause"), equalTo("AWAITING_FUNDS"));
    List<Boolean> counted = read.getList("segments.counted");
    assertThat(
        counted.subList(counted.size() - 3, counted.size()), equalTo(List.of(true, false, true)));
  }

  @Test
  void suspension_and_resumption_are_told_and_on_record() {
    String id = district.acknowledged();
    suspend(id, clock, 5).then().statusCode(200);
    suspend(id, clock, 9).then().statusCode(200);
    resume(id).then().statusCode(200);
    JsonPath history = get(id, "/history");
    LocalDate today = DistrictTime.day(clock.instant());
    assertThat(
        history.getList("items.action"),
        equalTo(List.of("ISSUE", "ACKNOWLEDGE", "SUSPEND", "SUSPEND", "RESUME")));
    assertThat(
        history.getList("items[2,3].reviewOn"),
        equalTo(List.of(today.plusDays(5).toString(), today.plusDays(9).toString())));
    assertThat(history.getString("items[2].suspensionCause"), equalTo("AWAITING_FUNDS"));
    assertThat(history.getString("items[4].suspensionCause"), nullValue());
    List<Told> told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 5);
    assertThat(told.get(2).type(), equalTo("dispatch.item-suspended.v1"));
    assertThat(told.get(2).json().getString("cause"), equalTo("AWAITING_FUNDS"));
    assertThat(told.get(3).json().getString("reviewOn"), equalTo(today.plusDays(9).toString()));
    assertThat(told.get(4).type(), equalTo("dispatch.item-resumed.v1"));
    assertThat(told.get(4).json().getBoolean("inRework"), equalTo(false));
    assertThat(
        told.get(4).json().getString("dueAt"), equalTo(district.item(id).getString("dueAt")));
  }

  @Test
  void a_review_that_is_past_is_flagged_once_and_again_after_another_day_was_set() {
    String id = district.acknowledged();
    suspend(id, clock, 1).then().statusCode(200);
    String mine = "&problemId=" + district.item(id).getString("problemId");
    assertThat(found("reviewOverdue=true" + mine), empty());
    assertThat(found("suspensionCause=AWAITING_FUNDS&reviewOverdue=false" + mine), hasSize(1));
    clock.forward(Duration.ofDays(2));
    await().atMost(PATIENCE).until(() -> district.item(id).getBoolean("suspension.reviewOverdue"));
    assertThat(found("reviewOverdue=true" + mine), hasItem(id));
    suspend(id, clock, 1).then().statusCode(200).body("suspension.reviewOverdue", equalTo(false));
    clock.forward(Duration.ofDays(2));
    await().atMost(PATIENCE).until(() -> district.item(id).getBoolean("suspension.reviewOverdue"));
    assertThat(
        get(id, "/history").getList("items.action"),
        equalTo(
            List.of(
                "ISSUE",
                "ACKNOWLEDGE",
                "SUSPEND",
                "MARK_REVIEW_OVERDUE",
                "SUSPEND",
                "MARK_REVIEW_OVERDUE")));
    Told told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 4).get(3);
    assertThat(told.type(), equalTo("dispatch.item-suspension-review-overdue.v1"));
    assertThat(told.json().getString("actor.subject"), equalTo("sla-watch"));
    assertThat(district.item(id).getString("status"), equalTo("SUSPENDED"));
  }

  private static List<String> found(String query) {
    return as(TEAM)
        .get("/api/v1/order-items?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, -1, 400})
  void the_day_of_review_is_tomorrow_to_thirty_days_ahead(int days) {
    String id = district.acknowledged();
    post(TEAM, id, "/suspension", suspension(clock, days))
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reviewOn"))
        .body("errors[0].code", equalTo("day-out-of-range"));
    assertThat(district.item(id).getString("status"), equalTo("ACKNOWLEDGED"));
    suspend(id, clock, 30).then().statusCode(200);
  }

  @Test
  void a_suspension_says_why_until_when_and_in_words() {
    String id = district.acknowledged();
    post(TEAM, id, "/suspension", "{}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("cause", "reviewOn", "reason"));
    post(
            TEAM,
            id,
            "/suspension",
            "{\"cause\": \"LAZINESS\", \"reviewOn\": \"soon\", \"reason\": \"x\"}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("cause", "reviewOn"));
    post(TEAM, id, "/resumption", "{}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"));
  }

  @Test
  void what_is_not_suspended_is_not_resumed() {
    resume(district.issued())
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("requestedAction", equalTo("RESUME"));
  }

  @Test
  void a_cancellation_ends_a_suspension() {
    String id = district.acknowledged();
    suspend(id, clock, 1).then().statusCode(200);
    post(TEAM, id, "/cancellation", "{\"reason\": \"误派\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("suspension", nullValue())
        .body("overdue", equalTo(false));
    clock.forward(Duration.ofDays(3));
    assertThat(district.item(id).getBoolean("overdue"), equalTo(false));
  }

  @Test
  void the_window_of_a_return_stands_still_too() {
    String id = district.issued();
    Instant until = instant(district.item(id), "returnUntil");
    suspend(id, clock, 5).then().statusCode(200);
    clock.forward(Duration.ofDays(2));
    JsonPath resumed = resume(id).then().statusCode(200).extract().jsonPath();
    assertThat(
        instant(resumed, "returnUntil").isAfter(until.plus(Duration.ofDays(2))), equalTo(true));
    ItemActs.requestReturn(id, "TRAFFIC_POLICE").then().statusCode(201);
  }
}
