package org.bihuan.dispatch;

import static org.awaitility.Awaitility.await;
import static org.bihuan.dispatch.District.TEAM;
import static org.bihuan.dispatch.District.as;
import static org.bihuan.dispatch.ItemActs.ACCEPTED;
import static org.bihuan.dispatch.ItemActs.HANDLER;
import static org.bihuan.dispatch.ItemActs.REFUSED;
import static org.bihuan.dispatch.ItemActs.decideExtension;
import static org.bihuan.dispatch.ItemActs.extension;
import static org.bihuan.dispatch.ItemActs.get;
import static org.bihuan.dispatch.ItemActs.instant;
import static org.bihuan.dispatch.ItemActs.post;
import static org.bihuan.dispatch.ItemActs.requestExtension;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.dispatch.District.Told;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Units ask for more time, and the special team decides. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class ExtensionTest {

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject District district;
  @Inject MovableClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  private static String asked(String id, Duration more) {
    return requestExtension(id, more).then().statusCode(201).extract().path("id");
  }

  private static Instant dueAt(String id) {
    return instant(get(id, ""), "dueAt");
  }

  private void awaitAction(String id, String action, int times) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                get(id, "/history")
                    .getList("items.findAll { it.action == '" + action + "' }")
                    .size(),
            equalTo(times));
  }

  @Test
  void asking_moves_neither_limit_nor_state() {
    String id = district.acknowledged();
    JsonPath before = district.item(id);
    String request = asked(id, DAY);
    JsonPath after = district.item(id);
    assertThat(after.getString("status"), equalTo("ACKNOWLEDGED"));
    assertThat(after.getString("dueAt"), equalTo(before.getString("dueAt")));
    assertThat(after.getString("openExtensionRequestId"), equalTo(request));
    assertThat(
        after.getList("allowedActions"),
        equalTo(
            List.of(
                "ACCEPT_EXTENSION",
                "REFUSE_EXTENSION",
                "SUSPEND",
                "DECLARE_COMPLEX",
                "URGE",
                "CANCEL")));
    JsonPath read = get(id, "/extension-requests/" + request);
    assertThat(read.getString("status"), equalTo("OPEN"));
    assertThat(instant(read, "until"), equalTo(dueAt(id).plus(DAY)));
    assertThat(get(id, "/extension-requests").getList("items.id"), equalTo(List.of(request)));
  }

  @Test
  void an_accepted_extension_moves_the_end_and_the_yellow_light_and_is_explained() {
    String id = district.acknowledged();
    Instant before = dueAt(id);
    String request = asked(id, DAY);
    decideExtension(id, request, ACCEPTED)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("status", equalTo("ACCEPTED"))
        .body("decidedBy.role", equalTo("SPECIAL_TEAM"));
    assertThat(dueAt(id), equalTo(before.plus(DAY)));
    clock.forward(Duration.ofHours(50));
    JsonPath item = district.item(id);
    assertThat(item.getString("light"), equalTo("GREEN"));
    JsonPath read = get(id, "/clock");
    assertThat(read.getString("limit"), equalTo("PT72H"));
    assertThat(read.getList("segments.kind"), equalTo(List.of("RUNNING", "EXTENDED")));
    assertThat(instant(read, "segments[0].to"), equalTo(before));
    assertThat(read.getString("segments[1].cause"), equalTo("ACCEPT_EXTENSION"));
    assertThat(read.getString("segments[1].actor.role"), equalTo("SPECIAL_TEAM"));
    clock.forward(Duration.ofHours(11));
    assertThat(district.item(id).getString("light"), equalTo("YELLOW"));
    clock.forward(Duration.ofHours(12));
    assertThat(district.item(id).getString("light"), equalTo("RED"));
    List<Told> told =
        district.awaitTold("dispatch.events", district.item(id).getString("problemId"), 4);
    assertThat(told.get(2).type(), equalTo("dispatch.item-extension-requested.v1"));
    assertThat(told.get(3).type(), equalTo("dispatch.item-extension-decided.v1"));
    assertThat(instant(told.get(3).json(), "dueAt"), equalTo(before.plus(DAY)));
  }

  @Test
  void a_refused_extension_moves_nothing_and_another_may_be_asked_for() {
    String id = district.acknowledged();
    Instant before = dueAt(id);
    decideExtension(id, asked(id, DAY), REFUSED)
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"));
    assertThat(dueAt(id), equalTo(before));
    assertThat(district.item(id).getString("openExtensionRequestId"), nullValue());
    String second = asked(id, Duration.ofHours(12));
    decideExtension(id, second, ACCEPTED).then().statusCode(200);
    assertThat(dueAt(id), equalTo(before.plus(Duration.ofHours(12))));
  }

  @Test
  void a_limit_is_extended_once_and_by_one_request_at_a_time() {
    String id = district.issued();
    String request = asked(id, DAY);
    requestExtension(id, DAY)
        .then()
        .statusCode(409)
        .body("code", equalTo("extension-request-open"))
        .body("requestId", equalTo(request));
    decideExtension(id, request, ACCEPTED).then().statusCode(200);
    requestExtension(id, DAY).then().statusCode(409).body("code", equalTo("already-extended"));
    as(HANDLER)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", not(hasItem("REQUEST_EXTENSION")));
    decideExtension(id, request, REFUSED)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-decided"))
        .body("requestStatus", equalTo("ACCEPTED"));
  }

  @Test
  void a_limit_of_a_rework_may_be_extended_again() {
    String id = district.accepted();
    district.tellRecheckFailed(id, 0);
    district.awaitStatus(id, "REWORK");
    Instant before = dueAt(id);
    requestExtension(id, Duration.ofHours(25))
        .then()
        .statusCode(409)
        .body("code", equalTo("extension-out-of-range"));
    decideExtension(id, asked(id, DAY), ACCEPTED).then().statusCode(200);
    assertThat(dueAt(id), equalTo(before.plus(DAY)));
  }

  @Test
  void it_ends_after_the_limit_and_at_most_the_original_length_later() {
    String id = district.acknowledged();
    Instant dueAt = dueAt(id);
    for (Duration more : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofHours(49))) {
      requestExtension(id, more)
          .then()
          .statusCode(409)
          .body("code", equalTo("extension-out-of-range"))
          .body("dueAt", equalTo(dueAt.toString()))
          .body("latest", equalTo(dueAt.plus(Duration.ofHours(48)).toString()));
    }
    asked(id, Duration.ofHours(48));
  }

  @Test
  void more_time_is_asked_for_before_the_limit_is_over() {
    String id = district.acknowledged();
    clock.forward(Duration.ofHours(48).plusSeconds(5));
    requestExtension(id, DAY)
        .then()
        .statusCode(409)
        .body("code", equalTo("extension-too-late"))
        .body("dueAt", equalTo(dueAt(id).toString()));
    as(HANDLER)
        .get("/api/v1/order-items/" + id)
        .then()
        .body("allowedActions", not(hasItem("REQUEST_EXTENSION")));
    post(HANDLER, id, "/extension-requests", "{}")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("until", "reason"));
  }

  @Test
  void it_may_be_given_after_the_old_end_and_yellow_and_red_are_told_anew() {
    String id = district.acknowledged();
    String request = asked(id, DAY);
    clock.forward(Duration.ofHours(49));
    awaitAction(id, "MARK_OVERDUE", 1);
    awaitAction(id, "WARN", 1);
    decideExtension(id, request, ACCEPTED).then().statusCode(200);
    assertThat(district.item(id).getBoolean("overdue"), equalTo(false));
    clock.forward(Duration.ofHours(12));
    awaitAction(id, "WARN", 2);
    clock.forward(Duration.ofHours(12));
    awaitAction(id, "MARK_OVERDUE", 2);
    assertThat(get(id, "/clock").getString("remaining").startsWith("PT-"), equalTo(true));
  }

  @Test
  void a_final_reply_a_suspension_and_a_new_order_let_it_lapse() {
    String replied = district.acknowledged();
    String first = asked(replied, DAY);
    district.replyFinally(replied).then().statusCode(201);
    assertLapsed(replied, first, "reply");
    String suspended = district.acknowledged();
    String second = asked(suspended, DAY);
    ItemActs.suspend(suspended, clock, 3).then().statusCode(200);
    assertLapsed(suspended, second, "suspend");
    String reissued = district.issued();
    String third = asked(reissued, DAY);
    as(TEAM)
        .body(
            """
            {"kind": "SPECIAL", "leadUnitCode": "%s", "items": [{"problemId": "%s", "deadlineClass": "GENERAL"}]}
            """
                .formatted(District.ENFORCEMENT, district.item(reissued).getString("problemId")))
        .post("/api/v1/orders")
        .then()
        .statusCode(201);
    assertLapsed(reissued, third, "reissue");
    String returned = district.issued();
    String fourth = asked(returned, DAY);
    String giveBack =
        ItemActs.requestReturn(returned, "TRAFFIC_POLICE")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    ItemActs.decideReturn(returned, giveBack, ACCEPTED).then().statusCode(200);
    assertLapsed(returned, fourth, "accept-return");
  }

  private void assertLapsed(String id, String request, String by) {
    JsonPath lapsed = get(id, "/extension-requests/" + request);
    assertThat(lapsed.getString("status"), equalTo("WITHDRAWN"));
    assertThat(lapsed.getString("decidedBy.subject"), equalTo(by));
    assertThat(district.item(id).getString("openExtensionRequestId"), nullValue());
    decideExtension(id, request, ACCEPTED)
        .then()
        .statusCode(409)
        .body("code", equalTo("already-decided"));
  }

  @Test
  void it_may_be_decided_while_a_return_is_asked_for() {
    String id = district.issued();
    Instant before = dueAt(id);
    String request = asked(id, DAY);
    String giveBack =
        ItemActs.requestReturn(id, "TRAFFIC_POLICE").then().statusCode(201).extract().path("id");
    decideExtension(id, request, ACCEPTED).then().statusCode(200);
    ItemActs.decideReturn(id, giveBack, REFUSED).then().statusCode(200);
    assertThat(dueAt(id), equalTo(before.plus(DAY)));
  }

  @Test
  void of_two_who_decide_at_once_one_does() {
    String id = district.acknowledged();
    String request = asked(id, DAY);
    List<Integer> statuses =
        Stream.of(ACCEPTED, REFUSED)
            .map(
                decision ->
                    CompletableFuture.supplyAsync(() -> decideExtension(id, request, decision)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(Response::statusCode)
            .toList();
    assertThat(statuses, containsInAnyOrder(200, 409));
  }

  @Test
  void a_refusal_says_why() {
    String id = district.acknowledged();
    String request = asked(id, DAY);
    decideExtension(id, request, "{\"decision\": \"REFUSED\"}")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("opinion"));
    post(HANDLER, id, "/extension-requests", extension(Instant.parse("2026-01-01T00:00:00Z")))
        .then()
        .statusCode(409);
    decideExtension(id, request, REFUSED).then().statusCode(200);
  }
}
