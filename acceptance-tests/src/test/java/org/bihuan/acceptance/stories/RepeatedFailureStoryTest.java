package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * Story 6, 多次整改不到位: the item fails on the spot again and again. Each time it has half of the time;
 * the order runs on, and committee and discipline read what happened without anything being sent.
 * The system proposes; a named person with the role decides.
 */
class RepeatedFailureStoryTest {

  private static final String CASES = "/api/v1/accountability-cases";
  private static final String CONFIRMED = "inspection.case-confirmed.v1";

  private static final List<Identity> OVERSIGHT =
      List.of(Identity.of(Role.COMMITTEE_INSPECTOR), Identity.of(Role.DISCIPLINE), TEAM);

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void each_failure_halves_the_time_is_counted_and_lets_the_order_run_on() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶反复漏雨, 多次整改不到位"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);
    List<String> outcomes = List.of("NOT_RECTIFIED", "PARTIAL", "RELAPSED");
    for (int failures = 1; failures <= outcomes.size(); failures++) {
      fail(item, problem, outcomes.get(failures - 1));
      assertRework(item, problem, failures);
      assertVisible(item, problem, outcomes.subList(0, failures));
    }
    journey.writtenOff(item, problem);
    loop.problem(problem).then().body("reworkCount", equalTo(3));
    loop.certificate(problem).then().body("complete", equalTo(true));
  }

  @Test
  void the_system_proposes_and_only_a_named_person_with_the_role_lets_a_case_go_on() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶反复漏雨, 两次整改不到位"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.acknowledge(item).then().statusCode(200);
    fail(item, problem, "NOT_RECTIFIED");
    fail(item, problem, "NOT_RECTIFIED");
    String cards = "/api/v1/warning-cards?itemId=" + item.id();
    loop.inspection(TEAM).get(cards).then().body("items.kind", equalTo(List.of("YELLOW")));
    String committee = proposed(problem, "C2");
    JsonPath before = journey.read(TEAM, item, "");
    decide(Role.DISCIPLINE, committee).then().statusCode(403);
    decide(Role.COMMITTEE_INSPECTOR, committee).then().statusCode(200);
    JsonPath after = journey.read(TEAM, item, "");
    assertEquals(before.getString("dueAt"), after.getString("dueAt"));
    assertEquals("REWORK", after.getString("status"));

    fail(item, problem, "NOT_RECTIFIED");
    String discipline = proposed(problem, "C3");
    decide(Role.COMMITTEE_INSPECTOR, discipline).then().statusCode(403);
    Identity unit = Identity.of(Role.UNIT_LEADER).ofUnit(item.leadUnit());
    for (String id : List.of(committee, discipline)) {
      loop.inspection(unit).get(CASES + "/" + id).then().statusCode(404);
    }
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> kindsFor(Identity.of(Role.DISCIPLINE), problem).contains(CONFIRMED));
    assertEquals(
        1,
        kindsFor(Identity.of(Role.DISCIPLINE), problem).stream().filter(CONFIRMED::equals).count());
    for (Identity other : List.of(TEAM, unit, item.handler())) {
      assertFalse(kindsFor(other, problem).contains(CONFIRMED));
    }
    loop.inspection(Identity.of(Role.COMMITTEE_INSPECTOR))
        .post(CASES + "/" + committee + "/service")
        .then()
        .statusCode(200);
    loop.inspection(unit)
        .get(CASES + "/" + committee)
        .then()
        .statusCode(200)
        .body("evidence.rounds.size()", equalTo(3))
        .body("evidence.cards.size()", equalTo(0));
    loop.inspection(unit).get(CASES + "/" + discipline).then().statusCode(404);
    fail(item, problem, "NOT_RECTIFIED");
    loop.inspection(unit)
        .get(CASES + "/" + committee)
        .then()
        .body("evidence.rounds.size()", equalTo(3))
        .body("evidence.cards.size()", equalTo(0));
    loop.inspection(Identity.of(Role.DISCIPLINE))
        .get(CASES + "/" + committee)
        .then()
        .body("evidence.rounds.size()", equalTo(4))
        .body("evidence.cards.size()", equalTo(3));
  }

  private String proposed(String problem, String level) {
    return loop.inspection(Identity.of(Role.TOP_LEADER))
        .get(CASES + "?status=PROPOSED&level=" + level + "&problemId=" + problem)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].proposedBy.role", equalTo("SYSTEM"))
        .extract()
        .path("items[0].id");
  }

  private Response decide(Role role, String id) {
    return loop.inspection(Identity.of(role))
        .body(Map.of("decision", "ACCEPTED", "reason", "两次回头看均未整改"))
        .post(CASES + "/" + id + "/decision");
  }

  private List<String> kindsFor(Identity who, String problem) {
    return loop.intake(who).get("/api/v1/problems/" + problem + "/timeline").path("kind");
  }

  private void fail(Item item, String problem, String outcome) {
    loop.replyAndAccept(item);
    loop.recheck(loop.awaitRecheck(problem), outcome).then().statusCode(200);
    loop.awaitItem(problem, "REWORK");
    loop.awaitProblem(problem, "REWORK");
  }

  private void assertRework(Item item, String problem, int failures) {
    JsonPath read = journey.read(item.handler(), item, "");
    assertEquals(failures, read.getInt("reworkCount"));
    assertTrue(read.getList("allowedActions").contains("REPLY"));
    assertFalse(read.getBoolean("overdue"));
    JsonPath clock = journey.read(TEAM, item, "/clock");
    assertEquals(failures, clock.getInt("round"));
    assertEquals(Duration.ofHours(36), Duration.parse(clock.getString("limit")));
    assertEquals("RUNNING", clock.getString("segments[-1].kind"));
    assertEquals("FAIL_RECHECK", clock.getString("segments[-1].cause"));
    assertEquals(
        Duration.ofHours(36),
        Duration.between(
            Instant.parse(clock.getString("segments[-1].from")),
            Instant.parse(read.getString("dueAt"))));
    loop.problem(problem)
        .then()
        .body("dueAt", equalTo(read.getString("dueAt")))
        .body("writtenOffAt", nullValue());
    loop.dispatch(TEAM)
        .get("/api/v1/orders/" + item.text("orderId"))
        .then()
        .body("itemCounts.REWORK", equalTo(1));
  }

  private void assertVisible(Item item, String problem, List<String> outcomes) {
    for (Identity who : OVERSIGHT) {
      assertEquals(outcomes.size(), journey.read(who, item, "").getInt("reworkCount"));
      JsonPath rechecks =
          loop.inspection(who)
              .get("/api/v1/rechecks?status=DONE&sort=dueAt&problemId=" + problem)
              .jsonPath();
      assertEquals(outcomes, rechecks.getList("items.outcome"));
      assertFalse(rechecks.getList("items.doneBy").contains(null));
    }
    List<String> kinds = journey.kinds(problem);
    assertEquals(
        outcomes.size(), kinds.stream().filter("inspection.recheck-failed.v1"::equals).count());
    assertFalse(kinds.contains("dispatch.item-escalated.v1"), "nobody has decided that");
    loop.certificate(problem).then().body("complete", equalTo(false));
  }
}
