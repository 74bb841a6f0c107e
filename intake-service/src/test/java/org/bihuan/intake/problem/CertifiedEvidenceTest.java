package org.bihuan.intake.problem;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.Evidence;
import org.bihuan.contract.EvidenceWaiver;
import org.bihuan.contract.InspectionEvent.EvidenceWaived;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the certificate says of the evidence of a write-off. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class CertifiedEvidenceTest {

  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "team-3");
  private static final Actor INSPECTOR = new Actor("INSPECTOR", "OTHER_OFFICE", "inspector");
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final String RECHECK = "links.find { it.link == 'RECHECK' }.";
  private static final String FILING = "links.find { it.link == 'FILING' }.";

  private final UpstreamEvents others = new UpstreamEvents();
  private final UUID item = UUID.randomUUID();
  private final UUID recheck = UUID.randomUUID();

  @AfterEach
  void close() {
    others.close();
  }

  private static UUID filedProblem() {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\", \"categoryCode\": \"ROOF_LEAK\"}")
            .post("/api/v1/complaints");
    return UUID.fromString(complaint.path("problemId"));
  }

  private static ValidatableResponse certified(UUID problem) {
    String certificate = "/api/v1/problems/" + problem + "/certificate";
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get(certificate)
                    .then()
                    .body("missing", not(hasItem("RECHECK"))));
    return As.role(Role.SPECIAL_TEAM).get(certificate).then();
  }

  private EvidenceWaived waived(UUID problem) {
    return new EvidenceWaived(
        recheck, problem, item, 0, List.of(Evidence.PHOTO), "现场断电", START, TEAM);
  }

  private RecheckPassed passed(UUID problem, List<Evidence> missing, List<EvidenceWaiver> waivers) {
    return new RecheckPassed(
        recheck,
        problem,
        item,
        0,
        START.plusSeconds(60),
        INSPECTOR,
        List.of(),
        missing,
        waivers,
        null);
  }

  @Test
  void the_certificate_says_what_was_missing_and_who_waived_it() throws Exception {
    UUID problem = filedProblem();
    others.tell(waived(problem));
    others.tell(
        passed(
            problem,
            List.of(Evidence.PHOTO, Evidence.QUIET_TIME),
            List.of(new EvidenceWaiver(Evidence.PHOTO, TEAM, START))));
    certified(problem)
        .body(RECHECK + "missingEvidence", contains("PHOTO", "QUIET_TIME"))
        .body(RECHECK + "waivers.evidence", contains("PHOTO"))
        .body(RECHECK + "waivers[0].actor.subject", equalTo("team-3"))
        .body(RECHECK + "waivers[0].at", equalTo(START.toString()))
        .body(FILING + "missingEvidence", nullValue())
        .body(FILING + "waivers", empty());
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .then()
        .body("kind", hasItem("inspection.evidence-waived.v1"));
  }

  @Test
  void with_all_evidence_nothing_is_missing() throws Exception {
    UUID problem = filedProblem();
    others.tell(passed(problem, List.of(), List.of()));
    certified(problem)
        .body(RECHECK + "missingEvidence", empty())
        .body(RECHECK + "waivers", empty());
  }

  @Test
  void a_re_check_older_than_the_rule_says_neither() throws Exception {
    UUID problem = filedProblem();
    String older =
        """
        {"recheckId": "%s", "problemId": "%s", "itemId": "%s", "round": 0,
         "occurredAt": "2026-11-24T00:01:00Z",
         "actor": {"role": "INSPECTOR", "unitCode": null, "subject": "inspector"}}
        """
            .formatted(recheck, problem, item);
    others.tellRaw(
        UUID.randomUUID(),
        "inspection.recheck-passed.v1",
        EventCatalogue.INSPECTION_EVENTS,
        problem.toString(),
        older.getBytes(StandardCharsets.UTF_8));
    certified(problem)
        .body(RECHECK + "missingEvidence", nullValue())
        .body(RECHECK + "waivers", empty());
  }

  @Test
  void a_unit_does_not_foresee_the_re_check_by_its_waiver() throws Exception {
    UUID problem = filedProblem();
    others.tell(
        new ItemIssued(
            item,
            problem,
            1,
            UUID.randomUUID(),
            "创督〔2026〕1号",
            null,
            new UnitName("ROOF_OFFICE", "房管所"),
            List.of(),
            DeadlineClass.FACILITY,
            START.plusSeconds(3600),
            "FACILITY-1",
            START,
            TEAM,
            null,
            null));
    others.tell(waived(problem));
    String timeline = "/api/v1/problems/" + problem + "/timeline";
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get(timeline)
                    .then()
                    .body("kind", hasItem("inspection.evidence-waived.v1"))
                    .body("kind", hasItem("dispatch.item-issued.v1")));
    As.as(Identity.of(Role.UNIT_HANDLER).ofUnit("ROOF_OFFICE"))
        .get(timeline)
        .then()
        .statusCode(200)
        .body("kind", not(hasItem("inspection.evidence-waived.v1")));
  }
}
