package org.bihuan.intake.feedback;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;

/** Complaints of one problem, and its write-off, from which the tests of feedback start. */
final class WrittenOff {

  static final String CALLED =
      "{\"name\": \"李某某\", \"phone\": \"19900000123\", \"wantsCallback\": true}";
  static final String NOT_CALLED = "{\"name\": \"李某某\", \"phone\": \"19900000123\"}";
  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String address = "示例路 " + UUID.randomUUID();

  /** A complaint about the place of this, whose reporter is {@code reporter}: the same problem. */
  Response complaint(String reporter) {
    Response sent =
        As.role(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "categoryCode": "ROOF_LEAK", "text": "楼顶漏雨",
                 "location": {"address": "%s", "subdistrictCode": "370203021"}, "reporter": %s}
                """
                    .formatted(address, reporter))
            .post("/api/v1/complaints");
    sent.then().statusCode(201);
    return sent;
  }

  /** The same, with its problem written off a moment ago. */
  static Response reportedBy(String reporter) throws Exception {
    Response complaint = new WrittenOff().complaint(reporter);
    writeOff(complaint, Instant.now());
    return complaint;
  }

  static void writeOff(Response complaint, Instant at) throws Exception {
    try (UpstreamEvents inspection = new UpstreamEvents()) {
      inspection.tell(fact(complaint, at));
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> tracked(complaint).body("status", equalTo("WRITTEN_OFF")));
  }

  static ProblemWrittenOff fact(Response complaint, Instant at) {
    return new ProblemWrittenOff(
        UUID.randomUUID(),
        UUID.fromString(complaint.path("problemId")),
        UUID.randomUUID(),
        UUID.randomUUID(),
        at,
        INSPECTOR);
  }

  /** The problem is given to a unit. */
  static ItemIssued issued(Response complaint, String unit) {
    return new ItemIssued(
        UUID.randomUUID(),
        UUID.fromString(complaint.path("problemId")),
        1,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        new UnitName(unit, "房管所"),
        List.of(),
        DeadlineClass.FACILITY,
        Instant.now(),
        "FACILITY-1",
        Instant.now(),
        INSPECTOR,
        null,
        null);
  }

  static ValidatableResponse tracked(Response complaint) {
    return As.nobody().get(path(complaint)).then().statusCode(200);
  }

  /** As whoever has logged in, since without a login only so much is taken in a minute. */
  static ValidatableResponse say(Response complaint, String said) {
    return say(As.role(Role.ADMIN), complaint, said);
  }

  static ValidatableResponse say(RequestSpecification who, Response complaint, String said) {
    return who.body(said).post(path(complaint) + "/feedback").then();
  }

  static String said(boolean resolved, int satisfaction) {
    return "{\"resolved\": %s, \"satisfaction\": %d}".formatted(resolved, satisfaction);
  }

  static String path(Response complaint) {
    return "/api/v1/public/complaints/" + complaint.path("trackingCode");
  }
}
