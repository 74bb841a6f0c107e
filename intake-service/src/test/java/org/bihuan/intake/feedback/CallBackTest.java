package org.bihuan.intake.feedback;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.feedback.WrittenOff.CALLED;
import static org.bihuan.intake.feedback.WrittenOff.NOT_CALLED;
import static org.bihuan.intake.feedback.WrittenOff.reportedBy;
import static org.bihuan.intake.feedback.WrittenOff.said;
import static org.bihuan.intake.feedback.WrittenOff.say;
import static org.bihuan.intake.feedback.WrittenOff.tracked;
import static org.bihuan.intake.feedback.WrittenOff.writeOff;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wants a call gets one after the write-off, from a clerk of the channel. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class CallBackTest {

  private static final String CALLS = "/api/v1/call-backs";
  private static final String NOT_REACHED = "{\"reached\": false}";
  private static final String REACHED =
      "{\"reached\": true, \"resolved\": false, \"satisfaction\": 2, \"comment\": \"还在漏\"}";

  private static RequestSpecification clerk() {
    return As.role(Role.CHANNEL_CLERK);
  }

  private static Response callsAbout(Response complaint) {
    return clerk().get(CALLS + "?count=exact&complaintId=" + complaint.path("id"));
  }

  private static String callAbout(Response complaint) {
    return callsAbout(complaint).path("items[0].id");
  }

  private static ValidatableResponse outcome(String call, String outcome) {
    return clerk().body(outcome).post(CALLS + "/" + call + "/outcome").then();
  }

  @Test
  void a_clerk_is_told_whom_to_call_and_not_the_number() throws Exception {
    Response complaint = new WrittenOff().complaint(CALLED);
    callsAbout(complaint).then().body("items", empty());
    Instant writtenOff = Instant.now().minus(Duration.ofDays(1));
    writeOff(complaint, writtenOff);
    Response calls = callsAbout(complaint);
    calls
        .then()
        .statusCode(200)
        .body("items.status", contains("OPEN"))
        .body("items[0].complaintSerial", equalTo(complaint.path("serial")))
        .body("items[0].problemId", equalTo(complaint.path("problemId")))
        .body("items[0].channel", equalTo("HOTLINE_12319"))
        .body("items[0].light", equalTo("GREEN"))
        .body("items[0].attempts", equalTo(0))
        .body("items[0].allowedActions", containsInAnyOrder("RECORD_ANSWER", "RECORD_ATTEMPT"));
    assertFalse(calls.asString().contains("19900000123"));
    assertFalse(calls.asString().contains("****"));
    assertEquals(
        Duration.ofDays(3).minusDays(1).toHours(),
        Duration.between(
                Instant.now().minusSeconds(60), Instant.parse(calls.path("items[0].dueAt")))
            .toHours());
  }

  @Test
  void only_who_asked_for_it_and_left_a_number_is_called() throws Exception {
    WrittenOff reported = new WrittenOff();
    Response called = reported.complaint(CALLED);
    reported.complaint(NOT_CALLED);
    reported.complaint("{\"name\": \"李某某\", \"wantsCallback\": true}");
    reported.complaint("{\"anonymous\": true}");
    Response alsoCalled = reported.complaint(CALLED);
    Instant now = Instant.now();
    writeOff(called, now);
    try (UpstreamEvents inspection = new UpstreamEvents()) {
      // Told again it plans nothing; that it was read is seen by what comes after it.
      inspection.tell(WrittenOff.fact(called, now));
      Response next = new WrittenOff().complaint(CALLED);
      writeOff(next, now);
      await().atMost(Duration.ofSeconds(20)).until(() -> callAbout(next) != null);
    }
    As.role(Role.SPECIAL_TEAM)
        .get(CALLS + "?limit=200&sort=dueAt&channel=HOTLINE_12319")
        .then()
        .body(
            "items.findAll { it.problemId == '" + called.path("problemId") + "' }.complaintId",
            containsInAnyOrder(called.<String>path("id"), alsoCalled.<String>path("id")));
  }

  @Test
  void who_is_reached_gives_feedback() throws Exception {
    Response complaint = reportedBy(CALLED);
    String call = callAbout(complaint);
    outcome(call, REACHED)
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("status", equalTo("DONE"))
        .body("attempts", equalTo(1))
        .body("endedAt", notNullValue())
        .body("allowedActions", empty());
    tracked(complaint).body("feedback", equalTo("GIVEN"));
    say(complaint, said(true, 5)).statusCode(409).body("code", equalTo("feedback-given"));
    clerk()
        .get("/api/v1/complaints/" + complaint.path("id"))
        .then()
        .body("feedback.way", equalTo("CALL_BACK"))
        .body("feedback.comment", equalTo("还在漏"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/feedback?way=CALL_BACK&problemId=" + complaint.path("problemId"))
        .then()
        .body("items.actor.role", contains("CHANNEL_CLERK"));
    outcome(call, REACHED)
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("DONE"));
  }

  @Test
  void who_is_not_reached_is_called_three_times() throws Exception {
    Response complaint = reportedBy(CALLED);
    String call = callAbout(complaint);
    for (int attempt = 1; attempt < 3; attempt++) {
      outcome(call, NOT_REACHED)
          .statusCode(200)
          .body("status", equalTo("OPEN"))
          .body("attempts", equalTo(attempt))
          .body("endedAt", nullValue());
    }
    outcome(call, NOT_REACHED).body("status", equalTo("CLOSED")).body("attempts", equalTo(3));
    outcome(call, NOT_REACHED).statusCode(409).body("currentStatus", equalTo("CLOSED"));
    say(complaint, said(true, 4)).statusCode(200);
    clerk()
        .get(CALLS + "?status=CLOSED&complaintId=" + complaint.path("id"))
        .then()
        .body("items.attempts", contains(3));
  }

  @Test
  void who_has_answered_by_the_code_is_not_called_any_more() throws Exception {
    Response complaint = reportedBy(CALLED);
    say(complaint, said(true, 5)).statusCode(200);
    callsAbout(complaint)
        .then()
        .body("items.status", contains("CLOSED"))
        .body("items[0].attempts", equalTo(0));
    outcome(callAbout(complaint), REACHED)
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("allowedActions", empty());
  }

  @Test
  void a_late_call_is_red_and_its_answer_counts() throws Exception {
    Response complaint = new WrittenOff().complaint(CALLED);
    writeOff(complaint, Instant.now().minus(Duration.ofDays(40)));
    callsAbout(complaint).then().body("items[0].light", equalTo("RED"));
    clerk()
        .get(CALLS + "?dueBefore=" + Instant.now() + "&complaintId=" + complaint.path("id"))
        .then()
        .body("items.status", contains("OPEN"));
    outcome(callAbout(complaint), REACHED).statusCode(200).body("status", equalTo("DONE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                               | reached               | required
          {"reached": true}                                                | resolved satisfaction | required
          {"reached": false, "resolved": true, "satisfaction": 5, "comment": "好"} | resolved satisfaction comment | only-when-reached
          """)
  void an_answer_is_given_by_who_was_reached_alone(String sent, String fields, String code)
      throws Exception {
    outcome(UUID.randomUUID().toString(), sent)
        .statusCode(400)
        .body("errors.field", containsInAnyOrder((Object[]) fields.split(" ")))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void a_clerk_calls_for_its_own_channel_alone() throws Exception {
    Response complaint = reportedBy(CALLED);
    String call = callAbout(complaint);
    Identity other = Identity.of(Role.CHANNEL_CLERK).ofChannels(List.of("DISTRICT_HOTLINE"));
    As.as(other)
        .get(CALLS + "?complaintId=" + complaint.path("id"))
        .then()
        .statusCode(200)
        .body("items", empty());
    As.as(other)
        .body(NOT_REACHED)
        .post(CALLS + "/" + call + "/outcome")
        .then()
        .statusCode(404)
        .body("code", equalTo("call-back-not-found"));
    Identity bare = Identity.of(Role.CHANNEL_CLERK).withoutUsualClaims();
    As.as(bare).get(CALLS).then().statusCode(403).body("code", equalTo("claim-missing"));
    As.as(bare)
        .body(NOT_REACHED)
        .post(CALLS + "/" + call + "/outcome")
        .then()
        .statusCode(403)
        .body("code", equalTo("claim-missing"));
    As.role(Role.SPECIAL_TEAM)
        .body(NOT_REACHED)
        .post(CALLS + "/" + call + "/outcome")
        .then()
        .statusCode(200);
  }
}
