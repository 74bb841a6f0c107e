package org.bihuan.intake.triage;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which merged complaints are split off again, and what they take along. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SplitTest {

  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final Map<String, String> TO_THE_POLICE =
      Map.of("bodyCode", "POLICE", "reason", "治安", "replyToReporter", "已移交公安");

  private final UpstreamEvents others = new UpstreamEvents();

  @AfterEach
  void close() {
    others.close();
  }

  private static Response sent(String address) {
    return As.role(Role.CHANNEL_CLERK)
        .body(
            """
            {"channel": "HOTLINE_12319", "categoryCode": "SANITATION", "text": "公厕很脏",
             "location": {"address": "%s", "subdistrictCode": "370203021"}}
            """
                .formatted(address))
        .post(COMPLAINTS);
  }

  private static Response filed() {
    Response filed = sent("示例路 " + UUID.randomUUID());
    filed.then().statusCode(201).body("status", equalTo("FILED"));
    return filed;
  }

  private static ValidatableResponse act(String complaint, String action, Map<String, ?> body) {
    return As.role(Role.SPECIAL_TEAM)
        .body(body)
        .post(COMPLAINTS + "/" + complaint + "/" + action)
        .then();
  }

  private static ValidatableResponse split(String complaint) {
    return act(complaint, "split", Map.of());
  }

  private static void merge(String complaint, String problem) {
    act(complaint, "merge", Map.of("problemId", problem)).statusCode(200);
  }

  private static ValidatableResponse problem(String id) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/problems/" + id).then().statusCode(200);
  }

  @Test
  void nothing_is_split_off_a_problem_that_has_ended() throws Exception {
    Response tracked = filed();
    Response duplicate = filed();
    String problem = tracked.path("problemId");
    merge(duplicate.path("id"), problem);
    others.tell(
        new ProblemWrittenOff(
            UUID.randomUUID(),
            UUID.fromString(problem),
            UUID.randomUUID(),
            UUID.randomUUID(),
            START,
            INSPECTOR));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> problem(problem).body("status", equalTo("WRITTEN_OFF")));
    split(duplicate.path("id"))
        .statusCode(409)
        .body("code", equalTo("problem-ended"))
        .body("currentStatus", equalTo("WRITTEN_OFF"));
    problem(problem).body("complaints.count", equalTo(2));
  }

  @Test
  void the_last_complaint_of_a_problem_is_not_split_off() {
    String address = "示例路 " + UUID.randomUUID();
    Response first = sent(address);
    Response second = sent(address);
    second.then().body("status", equalTo("MERGED"));
    act(first.path("id"), "handover", TO_THE_POLICE).statusCode(200);
    split(second.path("id")).statusCode(409).body("code", equalTo("only-complaint"));
    problem(first.path("problemId"))
        .body("status", equalTo("OPEN"))
        .body("complaints.count", equalTo(1));
  }

  @Test
  void what_was_merged_into_nothing_is_not_split_off() {
    split(filed().path("id")).statusCode(409).body("code", equalTo("illegal-transition"));
  }
}
