package org.bihuan.intake.problem;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemAcknowledged;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.ItemReplied;
import org.bihuan.contract.DispatchEvent.ReplyAccepted;
import org.bihuan.contract.DispatchEvent.ReplyReturned;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.InspectionEvent.FindingDecided;
import org.bihuan.contract.InspectionEvent.FindingReported;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.InspectionEvent.RecheckPassed;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.contract.Place;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.ReplyKind;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ProblemProgressTest {

  private static final Actor UNIT = new Actor("UNIT_HANDLER", "ROOF_OFFICE", "handler");
  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector");
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final UpstreamEvents others = new UpstreamEvents();
  private final UUID item = UUID.randomUUID();
  private final Instant start = Instant.parse("2026-11-24T00:00:00Z");

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

  private static Response read(UUID problem) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/problems/" + problem);
  }

  private static void awaitStatus(UUID problem, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> read(problem).then().body("status", equalTo(status)));
  }

  private ItemIssued issued(UUID problem, int sequence) {
    return new ItemIssued(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        "创督〔2026〕1号",
        null,
        new UnitName("ROOF_OFFICE", "房管所"),
        List.of(new UnitName("JOINT_OFFICE", "配合单位")),
        DeadlineClass.FACILITY,
        start.plus(Duration.ofHours(72)),
        "FACILITY-1",
        start,
        UNIT,
        null,
        null);
  }

  private ItemReplied replied(UUID problem, int sequence, int round) {
    return new ItemReplied(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        ReplyKind.FINAL,
        round,
        true,
        start.plusSeconds(60),
        UNIT,
        List.of(),
        List.of());
  }

  private ReplyAccepted accepted(UUID problem, int sequence, int round) {
    return new ReplyAccepted(
        item,
        problem,
        sequence,
        UUID.randomUUID(),
        round,
        "WT",
        "楼顶漏雨",
        "ROOF_LEAK",
        DeadlineClass.FACILITY,
        new Place(null, null, null, null, null),
        new UnitName("ROOF_OFFICE", "房管所"),
        List.of("ROOF_OFFICE"),
        "定期检查",
        start,
        start.plusSeconds(120),
        UNIT,
        List.of(),
        null,
        false);
  }

  @Test
  void a_problem_follows_its_item_to_the_write_off_and_the_certificate_is_complete_only_then()
      throws Exception {
    UUID problem = filedProblem();
    UUID recheck = UUID.randomUUID();
    others.tell(issued(problem, 1));
    awaitStatus(problem, "DISPATCHED");
    read(problem)
        .then()
        .body("responsibleUnit.code", equalTo("ROOF_OFFICE"))
        .body("orderItemId", equalTo(item.toString()))
        .body("dueAt", equalTo("2026-11-27T00:00:00Z"));
    others.tell(new ItemAcknowledged(item, problem, 2, start.plusSeconds(10), UNIT));
    others.tell(replied(problem, 3, 0));
    others.tell(accepted(problem, 4, 0));
    awaitStatus(problem, "RECHECK_PENDING");
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/certificate")
        .then()
        .body("complete", equalTo(false))
        .body("missing", is(List.of("RECHECK", "WRITE_OFF")));
    others.tell(
        new RecheckPassed(
            recheck,
            problem,
            item,
            0,
            start.plusSeconds(180),
            INSPECTOR,
            List.of(),
            List.of(),
            List.of(),
            null));
    others.tell(
        new ProblemWrittenOff(
            UUID.randomUUID(), problem, item, recheck, start.plusSeconds(180), INSPECTOR));
    awaitStatus(problem, "WRITTEN_OFF");
    read(problem).then().body("standingDemand", equalTo("定期检查"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/certificate")
        .then()
        .body("complete", equalTo(true))
        .body("missing", is(List.of()));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .then()
        .body("kind", hasItem("inspection.problem-written-off.v1"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger/verification")
        .then()
        .body("valid", equalTo(true));
  }

  @Test
  void a_failed_recheck_brings_the_problem_to_rework() throws Exception {
    UUID problem = filedProblem();
    UUID recheck = UUID.randomUUID();
    others.tell(issued(problem, 1));
    others.tell(accepted(problem, 2, 0));
    others.tell(
        new RecheckFailed(
            recheck, problem, item, 0, RecheckOutcome.NOT_RECTIFIED, start, INSPECTOR, List.of()));
    others.tell(
        new ReworkOrdered(
            item, problem, 3, recheck, 1, start.plusSeconds(3600), "FACILITY-1", start, INSPECTOR));
    awaitStatus(problem, "REWORK");
    read(problem).then().body("reworkCount", equalTo(1)).body("writtenOffAt", equalTo(null));
  }

  @Test
  void a_returned_reply_brings_its_new_limit_along() throws Exception {
    UUID problem = filedProblem();
    others.tell(issued(problem, 1));
    others.tell(replied(problem, 2, 0));
    Instant due = start.plus(Duration.ofHours(72)).plusSeconds(90);
    others.tell(
        new ReplyReturned(
            item, problem, 3, UUID.randomUUID(), 0, due, start.plusSeconds(150), UNIT));
    awaitStatus(problem, "REWORK");
    read(problem).then().body("dueAt", equalTo(due.toString()));
  }

  @Test
  void a_repeated_or_late_fact_changes_nothing() throws Exception {
    UUID problem = filedProblem();
    ItemIssued first = issued(problem, 1);
    UUID id = others.tell(first);
    others.tell(accepted(problem, 4, 0));
    awaitStatus(problem, "RECHECK_PENDING");
    others.tellAs(id, first);
    others.tell(replied(problem, 3, 0));
    others.tell(new ItemAcknowledged(item, problem, 5, start, UNIT));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get(
                        "/api/v1/ledger?count=exact&kind=dispatch.item-acknowledged.v1&problemId="
                            + problem)
                    .then()
                    .body("total", equalTo(1)));
    read(problem).then().body("status", equalTo("RECHECK_PENDING"));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/ledger?count=exact&kind=dispatch.item-issued.v1&problemId=" + problem)
        .then()
        .body("total", equalTo(1));
  }

  @Test
  void a_write_off_that_overtakes_the_facts_of_the_item_hides_none_of_them() throws Exception {
    UUID problem = filedProblem();
    UUID recheck = UUID.randomUUID();
    others.tell(new ProblemWrittenOff(UUID.randomUUID(), problem, item, recheck, start, INSPECTOR));
    awaitStatus(problem, "WRITTEN_OFF");
    others.tell(issued(problem, 1));
    others.tell(replied(problem, 2, 0));
    others.tell(accepted(problem, 3, 0));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> read(problem).then().body("standingDemand", equalTo("定期检查")));
    read(problem)
        .then()
        .body("status", equalTo("WRITTEN_OFF"))
        .body("orderItemId", equalTo(item.toString()))
        .body("responsibleUnit.code", equalTo("ROOF_OFFICE"));
  }

  @Test
  void a_unit_sees_its_own_problems_and_those_it_helps_with() throws Exception {
    UUID problem = filedProblem();
    others.tell(issued(problem, 1));
    awaitStatus(problem, "DISPATCHED");
    for (String unit : List.of("ROOF_OFFICE", "JOINT_OFFICE")) {
      As.as(Identity.of(Role.UNIT_HANDLER).ofUnit(unit))
          .get("/api/v1/problems/" + problem)
          .then()
          .statusCode(200);
    }
    As.as(Identity.of(Role.UNIT_HANDLER).ofUnit("ANOTHER_OFFICE"))
        .get("/api/v1/problems/" + problem)
        .then()
        .statusCode(404);
  }

  @Test
  void a_finding_becomes_one_problem_however_often_it_is_told() throws Exception {
    UUID finding = UUID.randomUUID();
    FindingReported report =
        new FindingReported(
            finding,
            UUID.randomUUID(),
            InspectionTier.AREA,
            InspectionMethod.UNANNOUNCED,
            "市场门前积水",
            "南山市场门前下水道堵塞",
            null,
            new Place("南山市场", "370203021", null, 120.35, 36.08),
            start,
            INSPECTOR,
            List.of(),
            null);
    others.tell(report);
    others.tell(report);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems?count=exact&findingId=" + finding)
                    .then()
                    .body("total", equalTo(1))
                    .body("items[0].sourceKind", equalTo("INSPECTION_FINDING"))
                    .body("items[0].categoryCode", equalTo("PIPE_BLOCKAGE")));
  }

  private LookBackDone lookBack(UUID problem, RecheckOutcome outcome, String note) {
    return new LookBackDone(
        UUID.randomUUID(),
        problem,
        item,
        outcome,
        "楼顶漏雨",
        note,
        "ROOF_LEAK",
        new Place("示例路 12 号", "370203021", null, 120.35, 36.08),
        start,
        INSPECTOR,
        List.of());
  }

  @Test
  void a_relapse_becomes_one_problem_linked_to_the_one_written_off() throws Exception {
    UUID problem = filedProblem();
    LookBackDone relapse = lookBack(problem, RecheckOutcome.RELAPSED, "雨后又漏");
    others.tell(lookBack(problem, RecheckOutcome.PASSED, null));
    others.tell(relapse);
    others.tell(relapse);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems?count=exact&relapseOf=" + problem)
                    .then()
                    .body("total", equalTo(1))
                    .body("items[0].relapseOf", equalTo(problem.toString()))
                    .body("items[0].sourceKind", equalTo("RELAPSE"))
                    .body("items[0].categoryCode", equalTo("ROOF_LEAK"))
                    .body("items[0].title", equalTo("楼顶漏雨"))
                    .body("items[0].description", equalTo("雨后又漏"))
                    .body("items[0].status", equalTo("OPEN")));
    As.role(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .then()
        .body("findAll { it.kind == 'inspection.look-back-done.v1' }.size()", equalTo(3));
  }

  @Test
  void what_a_round_table_decides_stands_in_the_timeline_of_the_findings_problem()
      throws Exception {
    UUID finding = UUID.randomUUID();
    UUID inspection = UUID.randomUUID();
    others.tell(
        new FindingReported(
            finding,
            inspection,
            InspectionTier.AREA,
            InspectionMethod.UNANNOUNCED,
            "市场门前积水",
            "南山市场门前下水道堵塞",
            "PIPE_BLOCKAGE",
            new Place("南山市场", "370203021", null, 120.35, 36.08),
            start,
            INSPECTOR,
            List.of(),
            null));
    others.tell(
        new FindingDecided(
            finding,
            inspection,
            UUID.randomUUID(),
            null,
            "疏通并更换井盖",
            new UnitName("ROOF_OFFICE", "房管所"),
            LocalDate.parse("2026-12-20"),
            start.minusSeconds(60),
            INSPECTOR));
    String found = "/api/v1/problems?findingId=" + finding;
    await()
        .atMost(PATIENCE)
        .until(() -> As.role(Role.SPECIAL_TEAM).get(found).path("items[0].id") != null);
    String problem = As.role(Role.SPECIAL_TEAM).get(found).path("items[0].id");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                As.role(Role.SPECIAL_TEAM)
                    .get("/api/v1/problems/" + problem + "/timeline")
                    .then()
                    .body("kind[-1]", equalTo("inspection.finding-decided.v1"))
                    .body("content[-1].text", equalTo("疏通并更换井盖")));
  }

  @Test
  void a_poison_event_stops_only_its_key_and_can_be_replayed_in_order() throws Exception {
    UUID problem = filedProblem();
    UUID other = filedProblem();
    String topic = EventCatalogue.DISPATCH_EVENTS;
    byte[] broken = "{\"itemId\": 7".getBytes(StandardCharsets.UTF_8);
    others.tellRaw(UUID.randomUUID(), "dispatch.item-issued.v1", topic, problem.toString(), broken);
    others.tell(issued(problem, 1));
    others.tell(issued(other, 1));
    awaitStatus(other, "DISPATCHED");
    await().atMost(PATIENCE).untilAsserted(() -> assertEquals(2, deadLettersOf(problem).size()));
    read(problem).then().body("status", equalTo("OPEN"));
    String poison = deadLettersOf(problem).get(0);
    As.role(Role.ADMIN)
        .post("/operations/dead-letters/" + poison + "/replay")
        .then()
        .statusCode(409)
        .body("code", equalTo("dead-letter-still-fails"));
    As.role(Role.ADMIN).delete("/operations/dead-letters/" + poison).then().statusCode(204);
    String parked = deadLettersOf(problem).get(0);
    As.role(Role.ADMIN)
        .post("/operations/dead-letters/" + parked + "/replay")
        .then()
        .statusCode(200);
    read(problem).then().body("status", equalTo("DISPATCHED"));
    assertEquals(List.of(), deadLettersOf(problem));
  }

  @Test
  void dead_letters_are_for_operators_only() {
    As.role(Role.SPECIAL_TEAM).get("/operations/dead-letters").then().statusCode(403);
    As.role(Role.ADMIN)
        .post("/operations/dead-letters/" + UUID.randomUUID() + "/replay")
        .then()
        .statusCode(404);
  }

  private static List<String> deadLettersOf(UUID problem) {
    return As.role(Role.ADMIN)
        .get("/operations/dead-letters")
        .path("findAll { it.key == '" + problem + "' }.id");
  }
}
