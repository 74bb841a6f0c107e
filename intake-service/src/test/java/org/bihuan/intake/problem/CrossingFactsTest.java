package org.bihuan.intake.problem;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.DispatchEvent.ItemCancelled;
import org.bihuan.contract.DispatchEvent.ItemIssued;
import org.bihuan.contract.DispatchEvent.LateFactNoted;
import org.bihuan.contract.DispatchEvent.ReworkOrdered;
import org.bihuan.contract.Event;
import org.bihuan.contract.InspectionEvent.LateItemFactNoted;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.contract.UnitName;
import org.bihuan.intake.As;
import org.bihuan.intake.IntakeStack;
import org.bihuan.intake.UpstreamEvents;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts of dispatch and inspection that cross, in every order in which they can arrive: the problem
 * ends where item and re-check end, and the certificate says which fact won
 * (docs/crossing-facts.md).
 */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class CrossingFactsTest {

  private static final Actor TEAM = new Actor("SPECIAL_TEAM", null, "team");
  private static final Actor INSPECTOR = new Actor("INSPECTOR", null, "inspector");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant CANCELLED_AT = START.plusSeconds(100);
  private static final Instant JUDGED_AT = START.plusSeconds(101);

  private final UpstreamEvents others = new UpstreamEvents();
  private final UUID item = UUID.randomUUID();
  private final UUID recheck = UUID.randomUUID();
  private final UUID cancellationId = UuidCreator.getTimeOrderedEpoch();
  private final UUID judgementId = UuidCreator.getTimeOrderedEpoch();
  private UUID problem;

  @AfterEach
  void close() {
    others.close();
  }

  /** What inspection decided while the special team called the item off. */
  enum Judgement {
    PASSED("WRITTEN_OFF", "inspection.problem-written-off.v1", "dispatch.item-cancelled.v1"),
    FAILED("CANCELLED", "dispatch.item-cancelled.v1", "inspection.recheck-failed.v1");

    private final String status;
    private final String won;
    private final String lost;

    Judgement(String status, String won, String lost) {
      this.status = status;
      this.won = won;
      this.lost = lost;
    }

    private Event fact(CrossingFactsTest test) {
      return this == PASSED
          ? new ProblemWrittenOff(
              UUID.randomUUID(), test.problem, test.item, test.recheck, JUDGED_AT, INSPECTOR)
          : new RecheckFailed(
              test.recheck,
              test.problem,
              test.item,
              0,
              RecheckOutcome.PARTIAL,
              JUDGED_AT,
              INSPECTOR,
              List.of());
    }
  }

  private void issuedProblem() throws Exception {
    Response complaint =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"text\": \"楼顶漏雨\", \"categoryCode\": \"ROOF_LEAK\"}")
            .post("/api/v1/complaints");
    problem = UUID.fromString(complaint.path("problemId"));
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
            START.plus(Duration.ofHours(72)),
            "FACILITY/1",
            START,
            TEAM,
            null,
            null));
    awaitOnLedger(1);
  }

  private Response read(String part) {
    return As.role(Role.SPECIAL_TEAM).get("/api/v1/problems/" + problem + part);
  }

  private void awaitOnLedger(int facts) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> read("/timeline").jsonPath().getList("findAll { it.complaintId == null }").size(),
            equalTo(facts));
  }

  private ItemCancelled cancellation() {
    return new ItemCancelled(item, problem, 5, CANCELLED_AT, TEAM);
  }

  private void assertCrossed(Judgement judgement) {
    read("").then().body("status", equalTo(judgement.status));
    Map<String, Object> crossing =
        read("/certificate")
            .then()
            .body("crossings", hasSize(1))
            .extract()
            .jsonPath()
            .getMap("crossings[0]");
    boolean passed = judgement == Judgement.PASSED;
    assertEquals(judgement.won, crossing.get("won"));
    assertEquals(judgement.lost, crossing.get("lost"));
    assertEquals((passed ? JUDGED_AT : CANCELLED_AT).toString(), crossing.get("at"));
    assertEquals((passed ? CANCELLED_AT : JUDGED_AT).toString(), crossing.get("lostAt"));
    assertEquals((passed ? judgementId : cancellationId).toString(), crossing.get("entryId"));
    assertEquals((passed ? cancellationId : judgementId).toString(), crossing.get("lostEntryId"));
    read("/timeline")
        .then()
        .body(
            "kind.findAll { it in ['%s', '%s'] }".formatted(judgement.won, judgement.lost),
            containsInAnyOrder(judgement.won, judgement.lost));
  }

  @ParameterizedTest
  @EnumSource(Judgement.class)
  void the_cancellation_arrives_first(Judgement judgement) throws Exception {
    issuedProblem();
    others.tellAs(cancellationId, cancellation());
    awaitOnLedger(2);
    others.tellAs(judgementId, judgement.fact(this));
    awaitOnLedger(3);
    assertCrossed(judgement);
  }

  @ParameterizedTest
  @EnumSource(Judgement.class)
  void the_judgement_arrives_first(Judgement judgement) throws Exception {
    issuedProblem();
    others.tellAs(judgementId, judgement.fact(this));
    awaitOnLedger(2);
    others.tellAs(cancellationId, cancellation());
    awaitOnLedger(3);
    assertCrossed(judgement);
  }

  @Test
  void what_the_services_note_about_a_crossing_is_on_the_ledger_and_moves_nothing()
      throws Exception {
    issuedProblem();
    others.tellAs(cancellationId, cancellation());
    others.tell(
        new LateFactNoted(
            item, problem, 6, "inspection.recheck-failed.v1", judgementId, JUDGED_AT, INSPECTOR));
    others.tell(
        new LateItemFactNoted(
            recheck, problem, item, "dispatch.item-cancelled.v1", cancellationId, JUDGED_AT, TEAM));
    awaitOnLedger(4);
    read("").then().body("status", equalTo("CANCELLED"));
    read("/certificate").then().body("crossings", hasSize(0));
  }

  @Test
  void a_write_off_that_dispatch_heard_of_before_a_merge_wins_over_it() throws Exception {
    issuedProblem();
    Response tracked =
        As.role(Role.CHANNEL_CLERK)
            .body(
                "{\"channel\": \"HOTLINE_12319\", \"text\": \"公厕很脏\", \"categoryCode\": \"SANITATION\"}")
            .post("/api/v1/complaints");
    As.role(Role.SPECIAL_TEAM)
        .body("{\"problemId\": \"%s\"}".formatted(tracked.<String>path("problemId")))
        .post(
            "/api/v1/complaints/%s/merge"
                .formatted(read("").<String>path("complaints.items[0].id")))
        .then()
        .statusCode(200);
    others.tellAs(judgementId, Judgement.PASSED.fact(this));
    awaitOnLedger(3);
    read("").then().body("status", equalTo("WRITTEN_OFF"));
    read("/certificate")
        .then()
        .body("crossings", hasSize(1))
        .body("crossings[0].won", equalTo("inspection.problem-written-off.v1"))
        .body("crossings[0].lost", equalTo("intake.problem-merged.v1"));
  }

  @Test
  void a_cancellation_after_rework_crosses_nothing() throws Exception {
    issuedProblem();
    others.tellAs(judgementId, Judgement.FAILED.fact(this));
    others.tell(
        new ReworkOrdered(
            item,
            problem,
            4,
            recheck,
            1,
            START.plusSeconds(3600),
            "FACILITY/1",
            JUDGED_AT,
            INSPECTOR));
    others.tellAs(cancellationId, cancellation());
    awaitOnLedger(4);
    read("").then().body("status", equalTo("CANCELLED"));
    read("/certificate").then().body("crossings", hasSize(0));
  }

  static Stream<ProblemStatus> statuses() {
    return Stream.of(ProblemStatus.values());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void a_write_off_yields_to_nothing_a_cancellation_to_a_write_off_alone(ProblemStatus next) {
    assertEquals(false, ProblemStatus.WRITTEN_OFF.yieldsTo(next));
    assertEquals(next == ProblemStatus.WRITTEN_OFF, ProblemStatus.CANCELLED.yieldsTo(next));
    assertEquals(true, ProblemStatus.REWORK.yieldsTo(next));
  }
}
