package org.bihuan.inspection.lookback;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.LEAD_UNIT;
import static org.bihuan.inspection.Callers.OTHER_UNIT;
import static org.bihuan.inspection.Callers.SUBDISTRICT;
import static org.bihuan.inspection.Callers.as;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.subdistrict;
import static org.bihuan.inspection.Callers.team;
import static org.bihuan.inspection.Callers.unit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.FeedbackWay;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.LookBackDone;
import org.bihuan.contract.IntakeEvent.FeedbackGiven;
import org.bihuan.contract.RecheckOutcome;
import org.bihuan.inspection.AcceptedReply;
import org.bihuan.inspection.Facts;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/** Whoever says that what was written off is not solved is taken at one's word: somebody looks. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class FeedbackRecheckTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Actor REPORTER = new Actor("ANONYMOUS", null, "anonymous");
  private static final String PASSED = "{\"outcome\":\"PASSED\"}";
  private static final String RELAPSED = "{\"outcome\":\"RELAPSED\",\"note\":\"地砖仍破损\"}";

  @Inject LookBackPolicy policy;

  private AcceptedReply writtenOff(boolean drawn) {
    AcceptedReply reply = AcceptedReply.first();
    while (policy.draw(reply.itemId(), Instant.now()).isPresent() != drawn) {
      reply = AcceptedReply.first();
    }
    outcome(reply.recheck(), PASSED).statusCode(200);
    return reply;
  }

  private static ValidatableResponse outcome(String recheck, String outcome) {
    return inspector("inspector-1", OTHER_UNIT)
        .body(outcome)
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then();
  }

  private static FeedbackGiven said(AcceptedReply reply, boolean resolved) {
    return new FeedbackGiven(
        reply.problemId(),
        UUID.randomUUID(),
        resolved,
        resolved ? 5 : 1,
        FeedbackWay.PUBLIC,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        REPORTER);
  }

  private static String list(AcceptedReply reply) {
    return "/api/v1/rechecks?kind=FEEDBACK&itemId=" + reply.itemId();
  }

  /** Waits until so many reporters are noted at the newest re-check; its id. */
  private static String awaited(AcceptedReply reply, int reporters) {
    await()
        .atMost(PATIENCE)
        .until(() -> team().get(list(reply)).path("items[0]?.notSolved"), equalTo(reporters));
    return team().get(list(reply)).path("items[0].id");
  }

  /** A re-check that a reporter has asked for. */
  private static String askedFor(AcceptedReply reply) {
    Facts.tell(said(reply, false));
    return awaited(reply, 1);
  }

  @Test
  void what_a_reporter_calls_not_solved_is_looked_at_within_a_week_unforeseen() {
    AcceptedReply reply = writtenOff(false);
    FeedbackGiven said = said(reply, false);
    Facts.tell(said);
    String id = awaited(reply, 1);
    team()
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("status", equalTo("PLANNED"))
        .body("round", equalTo(0))
        .body("leadUnit.code", equalTo(LEAD_UNIT))
        .body("advisedFrom", equalTo(said.givenAt().toString()))
        .body("dueAt", equalTo(said.givenAt().plus(Duration.ofDays(7)).toString()))
        .body("requiredEvidence", empty())
        .body("allowedActions", contains("ASSIGN"));
    String all = "/api/v1/rechecks?itemId=" + reply.itemId();
    team().get(all).then().body("items.kind", containsInAnyOrder("AFTER_REPLY", "FEEDBACK"));
    unit(LEAD_UNIT).get(list(reply)).then().body("items", empty());
    subdistrict(SUBDISTRICT).get(list(reply)).then().body("items", empty());
    unit(LEAD_UNIT).get("/api/v1/rechecks/" + id).then().statusCode(404);
    // Acceptance, outcome and write-off; that it was planned is told to nobody.
    assertEquals(3, Facts.toldAbout(reply.problemId().toString(), 3).size());
  }

  @Test
  void a_further_reporter_is_noted_and_the_same_fact_told_again_changes_nothing() {
    AcceptedReply reply = writtenOff(false);
    FeedbackGiven first = said(reply, false);
    Facts.tell(first, first, said(reply, true), said(reply, false));
    awaited(reply, 2);
    team().get(list(reply)).then().body("items", hasSize(1));
  }

  @Test
  void what_is_found_well_stays_written_off_until_somebody_else_says_it_is_not() {
    AcceptedReply reply = writtenOff(false);
    FeedbackGiven first = said(reply, false);
    Facts.tell(first);
    String id = awaited(reply, 1);
    outcome(id, PASSED).statusCode(200).body("missingEvidence", equalTo(null));
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 4);
    LookBackDone done = assertInstanceOf(LookBackDone.class, told.get(3));
    assertEquals(RecheckOutcome.PASSED, done.outcome());
    assertEquals(UUID.fromString(id), done.recheckId());
    unit(LEAD_UNIT).get("/api/v1/rechecks/" + id).then().statusCode(200);
    team().get("/api/v1/write-offs?itemId=" + reply.itemId()).then().body("items", hasSize(1));
    Facts.tell(first, said(reply, false));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> team().get(list(reply)).then().body("items.status", contains("PLANNED", "DONE")));
  }

  @Test
  void what_has_come_back_is_told_once_and_is_no_further_failure_of_the_item() {
    AcceptedReply reply = writtenOff(false);
    String id = askedFor(reply);
    outcome(id, RELAPSED).statusCode(200);
    List<InspectionEvent> told = Facts.toldAbout(reply.problemId().toString(), 4);
    LookBackDone done = assertInstanceOf(LookBackDone.class, told.get(3));
    assertEquals(RecheckOutcome.RELAPSED, done.outcome());
    assertEquals("地砖仍破损", done.note());
    AcceptedReply next = writtenOff(false);
    Facts.tell(said(reply, false), said(next, false));
    awaited(next, 1);
    team().get(list(reply)).then().body("items.status", contains("DONE"));
    team()
        .get("/api/v1/warning-cards?itemId=" + reply.itemId())
        .then()
        .statusCode(200)
        .body("items", empty());
    assertEquals(4, Facts.toldAbout(reply.problemId().toString(), 4).size());
  }

  @Test
  void it_says_whether_it_is_solved_and_nothing_else() {
    AcceptedReply reply = writtenOff(false);
    String id = askedFor(reply);
    outcome(id, "{\"outcome\":\"NOT_RECTIFIED\",\"note\":\"未整改\"}")
        .statusCode(422)
        .body("code", equalTo("outcome-of-look-back"));
    outcome(
            id,
            "{\"outcome\":\"PASSED\",\"arrivedAt\":\"%s\"}"
                .formatted(Instant.now().minus(Duration.ofMinutes(10))))
        .statusCode(422)
        .body("code", equalTo("arrived-before-feedback"));
    team()
        .body("{\"evidence\":[\"PHOTO\"],\"reason\":\"远\"}")
        .post("/api/v1/rechecks/" + id + "/evidence-waiver")
        .then()
        .statusCode(409)
        .body("code", equalTo("evidence-of-look-back"));
    inspector("inspector-2", LEAD_UNIT)
        .body(PASSED)
        .post("/api/v1/rechecks/" + id + "/outcome")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-unit"));
    outcome(id, "{\"outcome\":\"CANNOT_VERIFY\",\"note\":\"无人在家\"}").statusCode(200);
  }

  @Test
  void a_look_back_that_was_drawn_for_later_stays_drawn() {
    AcceptedReply reply = writtenOff(true);
    askedFor(reply);
    team()
        .get("/api/v1/rechecks?kind=LOOK_BACK&itemId=" + reply.itemId())
        .then()
        .body("items.status", contains("PLANNED"))
        .body("items.notSolved", contains(0));
  }

  @Test
  void what_has_come_back_is_not_found_a_second_time() {
    AcceptedReply reply = writtenOff(true);
    String asked = askedFor(reply);
    String drawn = "/api/v1/rechecks?kind=LOOK_BACK&itemId=" + reply.itemId();
    outcome(asked, RELAPSED).statusCode(200);
    team().get(drawn).then().body("items.status", contains("CANCELLED"));
    outcome(team().get(drawn).path("items[0].id"), RELAPSED)
        .statusCode(409)
        .body("code", equalTo("illegal-transition"));
    assertEquals(4, Facts.toldAbout(reply.problemId().toString(), 4).size());
  }

  @Test
  void what_was_never_written_off_is_a_dead_letter() {
    AcceptedReply open = AcceptedReply.first();
    open.recheck();
    Facts.tell(said(open, false));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                as(Role.ADMIN)
                    .get("/operations/dead-letters")
                    .then()
                    .body("key", hasItem(open.problemId().toString())));
    team().get(list(open)).then().body("items", empty());
  }
}
