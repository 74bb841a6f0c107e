package org.bihuan.intake.weeklylist;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;

/** What happens to problems that are on a list. */
final class ListedFacts implements AutoCloseable {

  static final String TAIDONG = "370203021";
  static final Duration LIMIT = Duration.ofHours(72);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Actor UNIT = new Actor("UNIT_HANDLER", "ROOF_OFFICE", "handler");
  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector");

  private final UpstreamEvents others = new UpstreamEvents();
  private final UUID item = UUID.randomUUID();

  @Override
  public void close() {
    others.close();
  }

  /** A problem on the ledger, with the complaint it was. */
  record Filed(String complaintId, String problemId, String serial) {

    UUID id() {
      return UUID.fromString(problemId);
    }
  }

  static Filed file() {
    return file("ROOF_LEAK", TAIDONG);
  }

  static Filed file(String category, String subdistrict) {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "text": "楼顶漏雨", "categoryCode": "%s",
                 "location": {"address": "示例路 %s", "subdistrictCode": "%s"}}
                """
                    .formatted(category, UUID.randomUUID(), subdistrict))
            .post("/api/v1/complaints");
    complaint.then().statusCode(201).body("status", equalTo("FILED"));
    return new Filed(
        complaint.path("id"), complaint.path("problemId"), complaint.path("problemSerial"));
  }

  static void handOver(Filed filed) {
    act(
        filed,
        "handover",
        Map.of("bodyCode", "POLICE", "reason", "治安", "replyToReporter", "已移交公安"));
  }

  static void merge(Filed filed, Filed tracked) {
    act(filed, "merge", Map.of("problemId", tracked.problemId()));
  }

  private static void act(Filed filed, String action, Map<String, ?> body) {
    As.role(Role.SPECIAL_TEAM)
        .body(body)
        .post("/api/v1/complaints/" + filed.complaintId() + "/" + action)
        .then()
        .statusCode(200);
  }

  void issue(Filed filed, Instant at) throws Exception {
    others.tell(
        new ItemIssued(
            item,
            filed.id(),
            1,
            UUID.randomUUID(),
            "创督〔2026〕1号",
            null,
            new UnitName("ROOF_OFFICE", "房管所"),
            List.of(),
            DeadlineClass.FACILITY,
            at.plus(LIMIT),
            "FACILITY-1",
            at,
            UNIT,
            null,
            null));
    awaitStatus(filed, "DISPATCHED");
  }

  void reply(Filed filed, Instant at) throws Exception {
    others.tell(
        new ItemReplied(
            item,
            filed.id(),
            2,
            UUID.randomUUID(),
            ReplyKind.FINAL,
            0,
            true,
            at,
            UNIT,
            List.of(),
            List.of()));
    awaitStatus(filed, "REPLIED");
  }

  void failRecheck(Filed filed, Instant at) throws Exception {
    others.tell(
        new RecheckFailed(
            UUID.randomUUID(),
            filed.id(),
            item,
            0,
            RecheckOutcome.NOT_RECTIFIED,
            at,
            INSPECTOR,
            List.of()));
  }

  void writeOff(Filed filed, Instant at) throws Exception {
    UUID recheck = UUID.randomUUID();
    others.tell(
        new RecheckPassed(
            recheck, filed.id(), item, 0, at, INSPECTOR, List.of(), List.of(), List.of(), null));
    others.tell(new ProblemWrittenOff(UUID.randomUUID(), filed.id(), item, recheck, at, INSPECTOR));
    awaitStatus(filed, "WRITTEN_OFF");
  }

  private static void awaitStatus(Filed filed, String status) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems/" + filed.problemId())
                    .then()
                    .body("status", equalTo(status)));
  }

  /** The list of a week as the special team reads it. */
  static ValidatableResponse list(String weekAndQuery) {
    return As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger/weeks/" + weekAndQuery)
        .then()
        .statusCode(200);
  }

  /** Path of the row about a problem. */
  static String row(Filed filed, String property) {
    return "items.find { it.problemId == '" + filed.problemId() + "' }." + property;
  }
}
