package org.bihuan.intake.triage;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** What an ended problem lets nobody do any more, and where what waited for it goes. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class EndedProblemTest {

  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "team");

  private static Response sent(String category, String address) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "%s", "text": "公厕很脏",
             "location": {"address": "%s", "subdistrictCode": "370203021"}}
            """
                .formatted(category, address))
        .post(COMPLAINTS);
  }

  private static Response filed() {
    Response filed = sent("SANITATION", "示例路 " + UUID.randomUUID());
    filed.then().statusCode(201).body("status", equalTo("FILED"));
    return filed;
  }

  private static Response waiting() {
    Response waiting = sent("OTHER", "示例路 " + UUID.randomUUID());
    waiting.then().statusCode(201).body("status", equalTo("RECEIVED"));
    return waiting;
  }

  /** Its complaint is FILED still, since dispatch called the order item off. */
  private static Response calledOff() throws Exception {
    Response filed = filed();
    UUID problem = UUID.fromString(filed.path("problemId"));
    try (UpstreamEvents others = new UpstreamEvents()) {
      others.tell(new ItemCancelled(UUID.randomUUID(), problem, 1, Instant.now(), TEAM));
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems/" + problem)
                    .path("status")
                    .equals("CANCELLED"));
    return filed;
  }

  private static RequestSpecification team(Map<String, ?> body) {
    return As.role(Role.SPECIAL_TEAM).body(body);
  }

  private static ValidatableResponse act(Response complaint, String action, Map<String, ?> body) {
    return team(body).post(COMPLAINTS + "/" + complaint.path("id") + "/" + action).then();
  }

  private static void refused(ValidatableResponse answer, String status) {
    answer
        .statusCode(409)
        .body("code", equalTo("problem-ended"))
        .body("currentStatus", equalTo(status));
  }

  @Test
  void a_complaint_whose_problem_ended_is_not_corrected() throws Exception {
    Response complaint = calledOff();
    refused(
        team(Map.of("categoryCode", "PIPE_BLOCKAGE"))
            .header("If-Match", complaint.header("ETag"))
            .patch(COMPLAINTS + "/" + complaint.path("id"))
            .then(),
        "CANCELLED");
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + complaint.path("id"))
        .then()
        .body("categoryCode", equalTo("SANITATION"));
  }

  @Test
  void a_complaint_whose_problem_ended_is_not_handed_over() throws Exception {
    Map<String, String> handover =
        Map.of("bodyCode", "POLICE", "reason", "治安", "replyToReporter", "已移交公安");
    refused(act(calledOff(), "handover", handover), "CANCELLED");
  }

  @Test
  void a_complaint_whose_problem_ended_is_not_merged_elsewhere() throws Exception {
    Map<String, String> other = Map.of("problemId", filed().path("problemId"));
    refused(act(calledOff(), "merge", other), "CANCELLED");
  }

  @Test
  void a_complaint_that_waits_joins_no_problem_that_ended() throws Exception {
    Map<String, String> ended = Map.of("problemId", calledOff().path("problemId"));
    refused(act(waiting(), "merge", ended), "CANCELLED");
  }

  @Test
  void what_waits_for_a_merged_problem_may_belong_to_the_one_it_went_into() {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent("SANITATION", address);
    Response likely = sent("PIPE_BLOCKAGE", address);
    likely.then().body("likelyProblemId", equalTo(first.path("problemId")));
    String tracked = filed().path("problemId");
    act(first, "merge", Map.of("problemId", tracked)).statusCode(200);
    As.role(Role.SPECIAL_TEAM)
        .get(COMPLAINTS + "/" + likely.path("id"))
        .then()
        .body("status", equalTo("RECEIVED"))
        .body("likelyProblemId", equalTo(tracked));
  }
}
