package org.bihuan.intake.miniprogram;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.intake.resident.SessionDesk;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Residents see what they have sent by the mini-program, and nobody else's. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MyComplaintsTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String ATTACHMENTS = "/api/v1/attachments";
  private static final String OWN = "/api/v1/public/my-complaints";
  private static final int PER_MINUTE = 30;

  @Inject SessionDesk sessions;

  private String account;
  private String token;

  @BeforeEach
  void log_in() {
    account = "local-" + UUID.randomUUID();
    token = sessions.open(account).token();
  }

  private String somebodyElse() {
    return sessions.open("local-" + UUID.randomUUID()).token();
  }

  private Response send(String text, String more) {
    return As.resident(token)
        .body(
            """
            {"channel": "DANGQUN_MINIPROGRAM", "text": "%s", %s
             "location": {"address": "示例路 12 号", "longitude": 120.3561, "latitude": 36.0835, "crs": "GCJ02"}}
            """
                .formatted(text, more))
        .post(COMPLAINTS);
  }

  private String sent(String text) {
    return send(text, "").then().statusCode(201).extract().path("id");
  }

  private Response own(String id) {
    return As.resident(token).get(OWN + "/" + id);
  }

  private Response filed(String id) {
    Response filed =
        As.role(Role.SPECIAL_TEAM)
            .body("{\"categoryCode\": \"ROOF_LEAK\"}")
            .post(COMPLAINTS + "/" + id + "/filing");
    filed.then().statusCode(200);
    return filed;
  }

  private static String uploaded(String session) {
    return given()
        .header("X-Session-Token", session)
        .multiPart("file", "photo.jpg", SamplePhoto.jpeg(1), "image/jpeg")
        .post(ATTACHMENTS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void what_is_sent_with_a_session_waits_as_if_sent_without() {
    send("楼顶漏雨", "\"categoryCode\": \"ROOF_LEAK\",")
        .then()
        .statusCode(201)
        .body("status", equalTo("RECEIVED"))
        .body("waitingFor", equalTo("VERIFICATION"))
        .body("allowedActions", empty());
  }

  @Test
  void each_resident_has_a_list_of_ones_own_newest_first() {
    String first = sent("楼道堆物");
    String second = sent("路灯不亮");
    As.resident(token)
        .get(OWN + "?count=exact")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.id", contains(second, first));
    String other = somebodyElse();
    As.resident(other).get(OWN).then().statusCode(200).body("items", empty());
    As.resident(other)
        .get(OWN + "/" + first)
        .then()
        .statusCode(404)
        .body("code", equalTo("complaint-not-found"));
    As.resident(other).post(OWN + "/" + first + "/withdrawal").then().statusCode(404);
    // Another phone, the same resident.
    As.resident(sessions.open(account).token())
        .get(OWN + "?limit=1")
        .then()
        .body("items.id", contains(second))
        .body("nextCursor", notNullValue());
  }

  @Test
  void the_list_shows_what_was_sent_to_the_letter_and_what_the_tracking_code_shows() {
    Response complaint = send("请致电 19900000123", "");
    Response shown = own(complaint.path("id"));
    shown
        .then()
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("text", equalTo("请致电 19900000123"))
        .body("tracking.serial", equalTo(complaint.path("serial")))
        .body("photos", empty())
        .body("allowedActions", contains("WITHDRAW"));
    assertEquals(
        As.nobody()
            .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
            .jsonPath()
            .getMap(""),
        shown.jsonPath().getMap("tracking"));
  }

  @Test
  void an_anonymous_complaint_stands_in_the_list_too_and_nobody_else_learns_whose_it_is() {
    String id =
        send("楼上噪声", "\"reporter\": {\"anonymous\": true},")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    As.resident(token).get(OWN).then().body("items.id", contains(id));
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + id)
        .then()
        .body("reporter.anonymous", equalTo(true))
        .body(not(containsString("resident")));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?complaintId=" + id)
        .then()
        .body("items", hasSize(1))
        .body("items[0].actor.subject", equalTo("anonymous"))
        .body(not(containsString("resident")));
  }

  @Test
  void photos_belong_to_whoever_uploaded_them_with_a_session() {
    String photo = uploaded(token);
    String naming = "\"attachmentIds\": [\"" + photo + "\"],";
    String mine = token;
    token = somebodyElse();
    send("楼顶漏雨", naming)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("attachment-not-yours"));
    token = mine;
    String id = send("楼顶漏雨", naming).then().statusCode(201).extract().path("id");
    Response shown = own(id);
    shown.then().body("photos.id", contains(photo)).body("photos[0].expiresAt", notNullValue());
    for (String link : new String[] {"photos[0].url", "photos[0].thumbnailUrl"}) {
      RestAssured.given()
          .urlEncodingEnabled(false)
          .get(shown.<String>path(link))
          .then()
          .statusCode(200);
    }
    As.resident(token).get(ATTACHMENTS + "/" + photo).then().statusCode(403);
  }

  @Test
  void a_complaint_is_taken_back_while_it_waits() {
    String id = sent("楼道堆物");
    String tag = own(id).header("ETag");
    As.resident(token)
        .header("If-Match", "\"7\"")
        .post(OWN + "/" + id + "/withdrawal")
        .then()
        .statusCode(412);
    As.resident(token)
        .header("If-Match", tag)
        .post(OWN + "/" + id + "/withdrawal")
        .then()
        .statusCode(200)
        .body("tracking.status", equalTo("WITHDRAWN"))
        .body("allowedActions", empty());
    As.resident(token)
        .post(OWN + "/" + id + "/withdrawal")
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    String tracked = sent("路灯不亮");
    filed(tracked);
    As.resident(token).post(OWN + "/" + tracked + "/withdrawal").then().statusCode(409);
  }

  @Test
  void the_list_is_narrowed_by_how_far_things_are() {
    String waiting = sent("楼道堆物");
    String filed = sent("路灯不亮");
    filed(filed);
    String withdrawn = sent("误报");
    As.resident(token).post(OWN + "/" + withdrawn + "/withdrawal").then().statusCode(200);
    String rejected = sent("不属本区");
    As.role(Role.SPECIAL_TEAM)
        .body("{\"reason\": \"不在本区\"}")
        .post(COMPLAINTS + "/" + rejected + "/rejection")
        .then()
        .statusCode(200);
    assertListed("RECEIVED", waiting);
    assertListed("IN_PROGRESS", filed);
    assertListed("WITHDRAWN", withdrawn);
    assertListed("REJECTED", rejected);
    assertListed("RECEIVED&status=IN_PROGRESS", filed, waiting);
    As.resident(token).get(OWN + "?status=WRITTEN_OFF").then().body("items", empty());
    own(rejected).then().body("tracking.note", equalTo("不在本区"));
    As.resident(token).get(OWN + "?status=LOST").then().statusCode(400);
    As.resident(token).accept("text/csv").get(OWN).then().statusCode(200);
  }

  private void assertListed(String status, String... ids) {
    As.resident(token)
        .get(OWN + "?status=" + status)
        .then()
        .statusCode(200)
        .body("items.id", contains(ids));
  }

  @Test
  void after_the_write_off_its_reporter_is_told_that_something_can_be_said() throws Exception {
    String id = sent("楼顶漏雨 " + UUID.randomUUID());
    UUID problem = UUID.fromString(filed(id).path("problemId"));
    own(id).then().body("allowedActions", empty()).body("tracking.feedback", nullValue());
    try (UpstreamEvents inspection = new UpstreamEvents()) {
      inspection.tell(
          new ProblemWrittenOff(
              UUID.randomUUID(),
              problem,
              UUID.randomUUID(),
              UUID.randomUUID(),
              Instant.now(),
              new Actor("INSPECTOR", null, "inspector")));
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                own(id)
                    .then()
                    .body("tracking.status", equalTo("WRITTEN_OFF"))
                    .body("allowedActions", contains("FEEDBACK")));
    As.resident(token)
        .body("{\"resolved\": true, \"satisfaction\": 5}")
        .post("/api/v1/public/complaints/" + own(id).path("tracking.trackingCode") + "/feedback")
        .then()
        .statusCode(200);
    own(id).then().body("tracking.feedback", equalTo("GIVEN")).body("allowedActions", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "WEB_FORM,            403, channel-not-yours",
    "HOTLINE_12319,       403, channel-not-yours",
    "SPECIAL_TEAM_DESK,   403, channel-not-yours",
  })
  void a_session_sends_by_the_channel_of_the_mini_program_alone(
      String channel, int status, String code) {
    As.resident(token)
        .body("{\"channel\": \"" + channel + "\", \"text\": \"漏雨\"}")
        .post(COMPLAINTS)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  @Test
  void a_resident_gives_no_number_of_the_channel() {
    send("漏雨", "\"sourceRef\": \"1\",")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("sourceRef"))
        .body("errors[0].code", equalTo("needs-login"));
  }

  @Test
  void a_resident_repeats_a_request_by_a_key_that_is_nobody_elses() {
    String body = "{\"channel\": \"DANGQUN_MINIPROGRAM\", \"text\": \"漏雨\"}";
    String first = withKey(token, body).path("id");
    assertEquals(first, withKey(token, body).path("id"));
    withKey(somebodyElse(), body).then().body("id", not(equalTo(first)));
  }

  private static Response withKey(String session, String body) {
    Response answer =
        As.resident(session).header("Idempotency-Key", "1").body(body).post(COMPLAINTS);
    answer.then().statusCode(201);
    return answer;
  }

  @Test
  void each_resident_is_counted_alone_whatever_address_they_share() {
    // Some are allowed again while they are sent, so it takes a few more on a slow machine.
    Response last = null;
    for (int i = 0; i < 3 * PER_MINUTE && (last == null || last.statusCode() == 400); i++) {
      last = As.resident(token).body("{}").post(COMPLAINTS);
    }
    last.then().statusCode(429).body("code", equalTo("too-many-complaints"));
    As.resident(somebodyElse()).body("{}").post(COMPLAINTS).then().statusCode(400);
  }
}
