package org.bihuan.intake.feedback;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.feedback.WrittenOff.NOT_CALLED;
import static org.bihuan.intake.feedback.WrittenOff.reportedBy;
import static org.bihuan.intake.feedback.WrittenOff.said;
import static org.bihuan.intake.feedback.WrittenOff.say;
import static org.bihuan.intake.feedback.WrittenOff.tracked;
import static org.bihuan.intake.feedback.WrittenOff.writeOff;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After the write-off each reporter says once whether it is solved. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class FeedbackTest {

  private static final String KIND = "intake.feedback-given.v1";
  private static final String IN_WORDS =
      "{\"resolved\": false, \"satisfaction\": 1, \"comment\": \" 还在漏，联系李某某 19900000123 \"}";

  private static RequestSpecification team() {
    return As.role(Role.SPECIAL_TEAM);
  }

  private static String complaintPath(Response complaint) {
    return "/api/v1/complaints/" + complaint.path("id");
  }

  @Test
  void a_reporter_says_once_what_came_of_it() throws Exception {
    Response complaint = new WrittenOff().complaint(NOT_CALLED);
    tracked(complaint).body("feedback", nullValue());
    say(complaint, said(true, 5))
        .statusCode(409)
        .body("code", equalTo("not-written-off"))
        .body("currentStatus", equalTo("IN_PROGRESS"));
    writeOff(complaint, Instant.now());
    tracked(complaint).body("feedback", equalTo("OPEN"));
    say(As.nobody(), complaint, said(true, 5)).statusCode(200).body("feedback", equalTo("GIVEN"));
    say(complaint, said(true, 5)).statusCode(409).body("code", equalTo("feedback-given"));
    tracked(complaint).body("feedback", equalTo("GIVEN"));
    team()
        .get(complaintPath(complaint))
        .then()
        .body("feedback.resolved", equalTo(true))
        .body("feedback.satisfaction", equalTo(5))
        .body("feedback.comment", nullValue())
        .body("feedback.way", equalTo("PUBLIC"));
  }

  @Test
  void the_same_request_sent_again_under_its_key_is_answered_again() throws Exception {
    Response complaint = reportedBy(NOT_CALLED);
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      As.nobody()
          .header("Idempotency-Key", key)
          .body(said(true, 4))
          .post(WrittenOff.path(complaint) + "/feedback")
          .then()
          .statusCode(200)
          .body("feedback", equalTo("GIVEN"));
    }
  }

  @Test
  void a_channel_that_sends_its_complaint_again_reads_what_came_of_it() throws Exception {
    String sent =
        """
        {"channel": "HOTLINE_12319", "sourceRef": "%1$s", "categoryCode": "ROOF_LEAK",
         "text": "楼顶漏雨", "location": {"address": "%1$s", "subdistrictCode": "370203021"}}
        """
            .formatted(UUID.randomUUID());
    Response complaint = As.role(Role.CHANNEL_CLERK).body(sent).post("/api/v1/complaints");
    writeOff(complaint, Instant.now());
    say(complaint, said(true, 5)).statusCode(200);
    As.role(Role.CHANNEL_CLERK)
        .body(sent)
        .post("/api/v1/complaints")
        .then()
        .statusCode(200)
        .body("feedback.satisfaction", equalTo(5));
  }

  @Test
  void of_two_answers_at_once_one_is_taken() throws Exception {
    Response complaint = reportedBy(NOT_CALLED);
    List<CompletableFuture<Integer>> both =
        Stream.of(said(true, 4), said(false, 2))
            .map(
                said ->
                    CompletableFuture.supplyAsync(
                        () -> say(complaint, said).extract().statusCode()))
            .toList();
    assertEquals(List.of(200, 409), both.stream().map(CompletableFuture::join).sorted().toList());
  }

  @Test
  void three_reporters_of_one_problem_give_three_answers() throws Exception {
    WrittenOff reported = new WrittenOff();
    List<Response> complaints =
        Stream.of(1, 2, 3).map(i -> reported.complaint(NOT_CALLED)).toList();
    writeOff(complaints.get(0), Instant.now());
    say(As.nobody(), complaints.get(0), said(true, 5)).statusCode(200);
    say(complaints.get(1), said(false, 2)).statusCode(200);
    tracked(complaints.get(2)).body("complaints", equalTo(3)).body("feedback", equalTo("OPEN"));
    say(complaints.get(2), said(true, 3)).statusCode(200);
    String list = "/api/v1/feedback?count=exact&problemId=" + complaints.get(0).path("problemId");
    team()
        .get(list)
        .then()
        .body("total", equalTo(3))
        .body("items.satisfaction", containsInAnyOrder(5, 2, 3))
        .body("items.channel", hasItem("HOTLINE_12319"))
        .body("items.subdistrictCode", hasItem("370203021"))
        .body("items.actor.subject", hasItem("anonymous"));
    team().get(list + "&resolved=false").then().body("items.satisfaction", equalTo(List.of(2)));
    team().get(list + "&satisfaction=5&satisfaction=3").then().body("total", equalTo(2));
    team().get(list + "&way=CALL_BACK").then().body("total", equalTo(0));
    team().get(list + "&channel=WEB_FORM").then().body("total", equalTo(0));
    team()
        .get(list + "&categoryCode=ROOF_LEAK&subdistrictCode=370203021")
        .then()
        .body("total", equalTo(3));
    team()
        .get("/api/v1/complaints?problemId=" + complaints.get(0).path("problemId"))
        .then()
        .body("items.feedback.satisfaction", containsInAnyOrder(5, 2, 3));
  }

  @Test
  void the_ledger_learns_the_answer_without_its_words() throws Exception {
    Response complaint = reportedBy(NOT_CALLED);
    say(complaint, IN_WORDS).statusCode(200);
    String problem = complaint.path("problemId");
    team()
        .get("/api/v1/ledger?kind=" + KIND + "&problemId=" + problem)
        .then()
        .body("items", hasSize(1))
        .body("items[0].complaintId", equalTo(complaint.path("id")))
        .body("items[0].content.toString()", containsString("satisfaction"))
        .body("items[0].content.toString()", not(containsString("还在漏")));
    String timeline = "/api/v1/problems/" + problem + "/timeline";
    team().get(timeline).then().body("[-1].kind", equalTo(KIND));
    for (Identity whoMustNotForesee :
        List.of(
            Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021"),
            Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021").alsoAs(Role.SPECIAL_TEAM))) {
      As.as(whoMustNotForesee)
          .get(timeline)
          .then()
          .statusCode(200)
          .body("kind", hasItem("inspection.problem-written-off.v1"))
          .body("kind", not(hasItem(KIND)));
      As.as(whoMustNotForesee)
          .get(complaintPath(complaint))
          .then()
          .statusCode(200)
          .body("feedback", nullValue());
    }
  }

  @Test
  void words_are_read_to_the_letter_by_those_who_take_complaints_alone() throws Exception {
    Response complaint = reportedBy(NOT_CALLED);
    say(complaint, IN_WORDS).statusCode(200);
    for (Role role : List.of(Role.SPECIAL_TEAM, Role.CHANNEL_CLERK)) {
      As.role(role)
          .get(complaintPath(complaint))
          .then()
          .body("feedback.comment", equalTo("还在漏，联系李某某 19900000123"));
    }
    As.role(Role.TOP_LEADER)
        .get(complaintPath(complaint))
        .then()
        .body("feedback.comment", maskedWords());
    String list = "/api/v1/feedback?problemId=" + complaint.path("problemId");
    team().get(list).then().body("items[0].comment", containsString("李某某 19900000123"));
    for (Role role : List.of(Role.LINE_LEADER, Role.ASSESSOR, Role.ADMIN)) {
      As.role(role).get(list).then().statusCode(200).body("items[0].comment", maskedWords());
    }
    for (Role role : List.of(Role.UNIT_LEADER, Role.SUBDISTRICT, Role.CHANNEL_CLERK)) {
      As.role(role).get(list).then().statusCode(403);
      As.role(role).get("/api/v1/feedback/figures").then().statusCode(403);
    }
  }

  @Test
  void who_speaks_for_the_unit_too_foresees_nothing_in_another_role() throws Exception {
    Response complaint = new WrittenOff().complaint(NOT_CALLED);
    try (UpstreamEvents dispatch = new UpstreamEvents()) {
      dispatch.tell(WrittenOff.issued(complaint, "ROOF_OFFICE"));
    }
    writeOff(complaint, Instant.now());
    say(complaint, said(false, 1)).statusCode(200);
    String list = "/api/v1/feedback?problemId=" + complaint.path("problemId");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> team().get(list).then().body("items.unit.code", contains("ROOF_OFFICE")));
    Identity assessor = Identity.of(Role.ASSESSOR);
    for (Identity own :
        List.of(
            assessor.alsoAs(Role.UNIT_LEADER).ofUnit("ROOF_OFFICE"),
            assessor.alsoAs(Role.SUBDISTRICT).ofSubdistrict("370203021"))) {
      As.as(own).get(list).then().statusCode(200).body("items", empty());
    }
    for (Identity other :
        List.of(
            assessor.alsoAs(Role.UNIT_LEADER).ofUnit("FINANCE_BUREAU"),
            assessor.alsoAs(Role.SUBDISTRICT).ofSubdistrict("370203005"))) {
      As.as(other).get(list).then().statusCode(200).body("items", hasSize(1));
    }
  }

  private static org.hamcrest.Matcher<String> maskedWords() {
    return allOf(
        containsString("还在漏"),
        containsString("李*"),
        not(containsString("李某某")),
        not(containsString("19900000123")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                      | resolved satisfaction
          {"resolved": null, "satisfaction": 0}   | resolved satisfaction
          {"resolved": true, "satisfaction": 6}   | satisfaction
          {"resolved": true, "satisfaction": 4.5} | satisfaction
          {"resolved": true, "satisfaction": 4, "comment": "LONG"} | comment
          """)
  void what_is_wrong_with_an_answer_is_said_at_once(String answer, String fields) throws Exception {
    say(new WrittenOff().complaint(NOT_CALLED), answer.replace("LONG", "漏".repeat(501)))
        .statusCode(400)
        .body("errors.field", containsInAnyOrder((Object[]) fields.split(" ")));
  }

  @Test
  void a_code_that_nobody_has_is_not_answered() {
    team()
        .body(said(true, 5))
        .post("/api/v1/public/complaints/T2KMBSDTM8L2WYJ9BNST/feedback")
        .then()
        .statusCode(404)
        .body("code", equalTo("tracking-code-unknown"));
  }

  @Test
  void what_waits_on_the_desk_is_not_written_off() {
    Response waiting =
        team().body("{\"channel\": \"WEB_FORM\", \"text\": \"想问一个问题\"}").post("/api/v1/complaints");
    say(waiting, said(false, 1)).statusCode(409).body("currentStatus", equalTo("RECEIVED"));
  }

  @Test
  void after_a_month_it_is_too_late() throws Exception {
    Response complaint = new WrittenOff().complaint(NOT_CALLED);
    writeOff(complaint, Instant.now().minus(Duration.ofDays(30)).minusSeconds(5));
    tracked(complaint).body("feedback", equalTo("CLOSED"));
    say(complaint, said(true, 5)).statusCode(409).body("code", equalTo("feedback-too-late"));
    Response inTime = new WrittenOff().complaint(NOT_CALLED);
    writeOff(inTime, Instant.now().minus(Duration.ofDays(29)));
    say(inTime, said(true, 5)).statusCode(200);
  }

  @Test
  void every_figure_is_the_length_of_the_list_behind_it() throws Exception {
    Instant from = Instant.now();
    for (String answer : List.of(said(true, 5), said(true, 2), said(false, 3))) {
      say(reportedBy(NOT_CALLED), answer).statusCode(200);
    }
    Instant to = Instant.now();
    Response figures = team().get("/api/v1/feedback/figures?from=" + from + "&to=" + to);
    figures
        .then()
        .statusCode(200)
        .body("answered.value", equalTo(3))
        .body("resolveRate.value", equalTo(66.67f))
        .body("resolveRate.numerator", equalTo(2))
        .body("resolveRate.denominator", equalTo(3))
        .body("satisfyRate.value", equalTo(66.67f));
    for (String figure :
        List.of("answered.value", "resolveRate.numerator", "satisfyRate.numerator")) {
      String list = figures.path(figure.replaceFirst("\\..*", "") + ".list");
      team().get(list + "&count=exact").then().body("total", equalTo(figures.path(figure)));
    }
  }

  @Test
  void a_share_of_nothing_is_none() {
    team()
        .get("/api/v1/feedback/figures?to=2020-01-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("answered.value", equalTo(0))
        .body("resolveRate.value", nullValue())
        .body("resolveRate.denominator", equalTo(0))
        .body("satisfyRate.value", nullValue());
    team().get("/api/v1/feedback?to=2020-01-01T00:00:00Z").then().body("items", empty());
    team().get("/api/v1/feedback?satisfaction=0").then().statusCode(400);
  }

  @Test
  void what_was_said_never_changes() throws Exception {
    Response complaint = reportedBy(NOT_CALLED);
    say(complaint, said(false, 1)).statusCode(200);
    try (Connection database = StackResource.postgres().connect("intake");
        Statement statement = database.createStatement()) {
      for (String change :
          List.of(
              "update feedback set resolved = true",
              "update feedback set resolved = not resolved, comment = null",
              "delete from feedback",
              "truncate feedback")) {
        assertThrows(SQLException.class, () -> statement.execute(change));
      }
    }
  }
}
