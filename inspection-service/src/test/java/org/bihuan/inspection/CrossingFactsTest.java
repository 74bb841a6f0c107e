package org.bihuan.inspection;

import static org.awaitility.Awaitility.await;
import static org.bihuan.inspection.Callers.inspector;
import static org.bihuan.inspection.Callers.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DispatchEvent;
import org.bihuan.contract.InspectionEvent;
import org.bihuan.contract.InspectionEvent.LateItemFactNoted;
import org.bihuan.contract.InspectionEvent.ProblemWrittenOff;
import org.bihuan.contract.InspectionEvent.RecheckFailed;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/**
 * Facts of dispatch that cross what inspectors do, in both orders: write-off over cancellation over
 * every other fact, and what is overtaken is on record (docs/crossing-facts.md).
 */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class CrossingFactsTest {

  private final AcceptedReply reply = AcceptedReply.first();
  private final String problem = reply.problemId().toString();

  private static Response giveOutcome(String recheck, String outcome) {
    return inspector()
        .body("{\"outcome\":\"%s\",\"note\":\"现场查看\"}".formatted(outcome))
        .post("/api/v1/rechecks/" + recheck + "/outcome");
  }

  private static Response assign(String recheck) {
    return team()
        .body("{\"inspectors\":[{\"subject\":\"inspector-1\",\"unitCode\":\"SPECIAL_TEAM\"}]}")
        .post("/api/v1/rechecks/" + recheck + "/assignment");
  }

  private static void awaitStatus(String recheck, String status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> team().get("/api/v1/rechecks/" + recheck).path("status"), equalTo(status));
  }

  /** Everything told before this has been heard when the re-check of another item is planned. */
  private void awaitAllHeard() {
    new AcceptedReply(
            reply.problemId(), UUID.randomUUID(), 0, reply.categoryCode(), reply.repliedAt())
        .recheck();
  }

  private LateItemFactNoted noted(InspectionEvent event, DispatchEvent late, String recheck) {
    LateItemFactNoted noted = assertInstanceOf(LateItemFactNoted.class, event);
    assertEquals(recheck, noted.recheckId().toString());
    assertEquals(late.itemId(), noted.itemId());
    assertEquals(late.actor(), noted.actor());
    return noted;
  }

  @Test
  void a_cancellation_after_a_passed_recheck_is_noted_and_changes_nothing() {
    String id = reply.recheck();
    giveOutcome(id, "PASSED").then().statusCode(200);
    UUID event = UUID.randomUUID();
    Facts.tell(reply.cancellation(), event);
    Facts.tell(reply.cancellation(), event);
    List<InspectionEvent> told = Facts.toldAbout(problem, 4);
    assertInstanceOf(ProblemWrittenOff.class, told.get(2));
    LateItemFactNoted noted = noted(told.get(3), reply.cancellation(), id);
    assertEquals("dispatch.item-cancelled.v1", noted.fact());
    assertEquals(event, noted.factId());
    team()
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("status", equalTo("DONE"))
        .body("outcome", equalTo("PASSED"));
    awaitAllHeard();
    assertEquals(5, Facts.toldAbout(problem, 5).size());
  }

  @Test
  void a_correction_sends_the_inspectors_of_an_open_recheck_to_the_right_place() {
    String id = reply.recheck();
    String dueAt = team().get("/api/v1/rechecks/" + id).path("dueAt");
    Facts.tell(reply.correction("示例路 99 号"));
    awaitAllHeard();
    team()
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("categoryCode", equalTo("ROOF_LEAK"))
        .body("place.address", equalTo("示例路 99 号"))
        .body("dueAt", equalTo(dueAt));
  }

  @Test
  void a_correction_after_the_outcome_leaves_the_recheck_as_it_was_done() {
    String id = reply.recheck();
    giveOutcome(id, "NOT_RECTIFIED").then().statusCode(200);
    Facts.tell(reply.correction("示例路 99 号"));
    awaitAllHeard();
    team().get("/api/v1/rechecks/" + id).then().body("place.address", equalTo("示例路 12 号"));
  }

  @Test
  void a_cancellation_before_the_outcome_leaves_nothing_to_judge_or_assign() {
    for (String outcome : List.of("PASSED", "NOT_RECTIFIED")) {
      AcceptedReply other = AcceptedReply.first();
      String id = other.recheck();
      assign(id).then().statusCode(200);
      Facts.tell(other.cancellation());
      awaitStatus(id, "CANCELLED");
      giveOutcome(id, outcome)
          .then()
          .statusCode(409)
          .body("code", equalTo("illegal-transition"))
          .body("currentStatus", equalTo("CANCELLED"));
      assign(id).then().statusCode(409).body("code", equalTo("illegal-transition"));
    }
  }

  @Test
  void a_failed_recheck_stays_on_record_beside_the_cancellation_that_wins() {
    String id = reply.recheck();
    giveOutcome(id, "NOT_RECTIFIED").then().statusCode(200);
    Facts.tell(reply.cancellation());
    awaitAllHeard();
    team()
        .get("/api/v1/rechecks/" + id)
        .then()
        .body("status", equalTo("DONE"))
        .body("outcome", equalTo("NOT_RECTIFIED"));
    List<InspectionEvent> told = Facts.toldAbout(problem, 3);
    assertInstanceOf(RecheckFailed.class, told.get(1));
    assertEquals(3, told.size());
  }

  @Test
  void an_acceptance_that_plans_nothing_is_noted() {
    String first = reply.recheck();
    Facts.tell(reply.fact());
    LateItemFactNoted again = noted(Facts.toldAbout(problem, 2).get(1), reply.fact(), first);
    assertEquals("dispatch.reply-accepted.v1", again.fact());
    giveOutcome(first, "NOT_RECTIFIED").then().statusCode(200);
    String second = reply.ofRound(1).recheck();
    Facts.tell(reply.fact());
    noted(Facts.toldAbout(problem, 5).get(4), reply.fact(), second);
    team()
        .get("/api/v1/rechecks?sort=dueAt&itemId=" + reply.itemId())
        .then()
        .body("items.round", contains(0, 1));
  }
}
