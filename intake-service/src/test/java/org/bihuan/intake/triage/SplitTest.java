package org.bihuan.intake.triage;

import static org.awaitility.Awaitility.await;
import static org.bihuan.intake.attachment.Uploads.ATTACHMENTS;
import static org.bihuan.intake.attachment.Uploads.uploaded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.AttachedFile;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.intake.attachment.Uploads;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.sample.SamplePhoto;
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
  private static final Place PLACE = new Place("南山市场", "370203021", null, 120.35, 36.08);
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

  private static String only(String problems) {
    Response found = As.role(Role.SPECIAL_TEAM).get("/api/v1/problems?" + problems);
    found.then().statusCode(200);
    return found.<Integer>path("items.size()") == 1 ? found.<String>path("items[0].id") : null;
  }

  private static String awaited(String problems) {
    await().atMost(PATIENCE).until(() -> only(problems) != null);
    return only(problems);
  }

  /** The one complaint of the problem, merged into another and split off again, is this problem. */
  private static String mergedByMistake(String problem) {
    String complaint =
        As.role(Role.SPECIAL_TEAM).get(COMPLAINTS + "?problemId=" + problem).path("items[0].id");
    merge(complaint, filed().path("problemId"));
    return split(complaint)
        .statusCode(200)
        .body("status", equalTo("FILED"))
        .body("problemId", not(equalTo(problem)))
        .extract()
        .path("problemId");
  }

  @Test
  void the_problem_of_a_finding_has_it_and_its_photos_again_after_a_merge_by_mistake()
      throws Exception {
    UUID finding = UUID.randomUUID();
    String photo = uploaded(Role.INSPECTOR, SamplePhoto.jpeg(77));
    String sha256 = Uploads.as(Role.INSPECTOR).get(ATTACHMENTS + "/" + photo).path("sha256");
    others.tell(
        new FindingReported(
            finding,
            UUID.randomUUID(),
            InspectionTier.AREA,
            InspectionMethod.UNANNOUNCED,
            "市场门前积水",
            "南山市场门前下水道堵塞",
            "PIPE_BLOCKAGE",
            PLACE,
            START,
            INSPECTOR,
            List.of(new AttachedFile(UUID.fromString(photo), sha256)),
            null));
    String found = "findingId=" + finding;
    String first = awaited(found);
    problem(first).body("attachments.id", contains(photo));
    String own = mergedByMistake(first);
    assertEquals(own, only(found));
    problem(own)
        .body("sourceKind", equalTo("INSPECTION_FINDING"))
        .body("findingId", equalTo(finding.toString()))
        .body("attachments.id", contains(photo));
    problem(first).body("findingId", nullValue());
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?kind=intake.problem-filed.v1&problemId=" + own)
        .then()
        .body("items[0].content.findingId", equalTo(finding.toString()));
  }

  @Test
  void what_has_come_back_is_linked_to_what_was_written_off_after_a_merge_by_mistake()
      throws Exception {
    String writtenOff = filed().path("problemId");
    others.tell(
        new LookBackDone(
            UUID.randomUUID(),
            UUID.fromString(writtenOff),
            UUID.randomUUID(),
            RecheckOutcome.RELAPSED,
            "楼顶漏雨",
            "雨后又漏",
            "ROOF_LEAK",
            PLACE,
            START,
            INSPECTOR,
            List.of()));
    String relapse = "relapseOf=" + writtenOff;
    String own = mergedByMistake(awaited(relapse));
    assertEquals(own, only(relapse));
    problem(own).body("sourceKind", equalTo("RELAPSE"));
  }

  @Test
  void what_was_merged_into_nothing_is_not_split_off() {
    split(filed().path("id")).statusCode(409).body("code", equalTo("illegal-transition"));
  }
}
