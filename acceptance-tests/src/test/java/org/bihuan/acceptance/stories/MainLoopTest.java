package org.bihuan.acceptance.stories;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** A complaint's way through the three services, as a check from outside drives it. */
class MainLoopTest {

  private static final List<String> WHOLE_LIFE =
      List.of(
          "intake.complaint-registered.v1",
          "intake.problem-filed.v1",
          "dispatch.item-issued.v1",
          "dispatch.item-acknowledged.v1",
          "dispatch.item-replied.v1",
          "dispatch.reply-accepted.v1",
          "inspection.recheck-planned.v1",
          "inspection.recheck-passed.v1",
          "inspection.problem-written-off.v1",
          "dispatch.item-written-off.v1");

  private final Loop loop = new Loop(RunningStack.get());

  private static Duration limit(Item item) {
    return Duration.between(
        Instant.parse(item.text("issuedAt")), Instant.parse(item.text("dueAt")));
  }

  @Test
  void a_passed_recheck_writes_the_problem_off_everywhere() {
    Response complaint = loop.complainOf("ROOF_LEAK", "楼顶漏雨, 已一周无人处理");
    String problem = loop.problemOf(complaint);
    Item item = loop.awaitItem(problem, "ISSUED");
    assertEquals(Duration.ofHours(72), limit(item));
    loop.certificate(problem)
        .then()
        .body("complete", equalTo(false))
        .body("missing", hasItem("WRITE_OFF"));

    loop.rectify(item);
    String recheck = loop.awaitRecheck(problem);
    loop.problem(problem).then().body("writtenOffAt", nullValue());
    loop.certificate(problem).then().body("complete", equalTo(false));
    loop.recheck(recheck, "PASSED").then().statusCode(200).body("status", equalTo("DONE"));

    loop.awaitItem(problem, "WRITTEN_OFF");
    loop.awaitProblem(problem, "WRITTEN_OFF");
    loop.nobody(RunningStack.get().intake())
        .get("/api/v1/public/complaints/" + complaint.path("trackingCode"))
        .then()
        .body("status", equalTo("WRITTEN_OFF"));
    loop.certificate(problem)
        .then()
        .body("complete", equalTo(true))
        .body("missing", equalTo(List.of()));
    loop.ledgerVerification().then().body("valid", equalTo(true));
    loop.intake(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .then()
        .body("kind", equalTo(WHOLE_LIFE));
    loop.inspection(Role.INSPECTOR)
        .get("/api/v1/write-offs?problemId=" + problem)
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void a_general_problem_has_48_hours() {
    String problem = loop.problemOf(loop.complainOf("SANITATION", "公厕异味"));
    assertEquals(Duration.ofHours(48), limit(loop.awaitItem(problem, "ISSUED")));
  }

  @Test
  void a_failed_recheck_sends_the_item_back_and_a_later_one_closes_the_loop() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶仍漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.rectify(item);
    loop.recheck(loop.awaitRecheck(problem), "NOT_RECTIFIED").then().statusCode(200);

    Item rework = loop.awaitItem(problem, "REWORK");
    assertEquals(1, rework.fields().get("reworkCount"));
    assertEquals(item.id(), rework.id());
    loop.awaitProblem(problem, "REWORK");
    loop.problem(problem).then().body("reworkCount", equalTo(1)).body("writtenOffAt", nullValue());
    loop.certificate(problem).then().body("complete", equalTo(false));

    loop.replyAndAccept(rework);
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitProblem(problem, "WRITTEN_OFF");
    loop.certificate(problem).then().body("complete", equalTo(true));
    loop.ledgerVerification().then().body("valid", equalTo(true));
  }

  @Test
  void allowed_actions_are_true_to_role_unit_and_state() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    String path = "/api/v1/order-items/" + item.id();
    loop.dispatch(item.handler())
        .get(path)
        .then()
        .body(
            "allowedActions",
            equalTo(
                List.of(
                    "ACKNOWLEDGE",
                    "REQUEST_RETURN",
                    "REQUEST_EXTENSION",
                    "DECLARE_COMPLEX",
                    "FILE_PLAN")));
    loop.dispatch(Role.SPECIAL_TEAM)
        .get(path)
        .then()
        .body("allowedActions", not(hasItem("ACKNOWLEDGE")));
    loop.dispatch(Role.INSPECTOR).get(path).then().body("allowedActions", equalTo(List.of()));
    loop.dispatch(Identity.of(Role.UNIT_HANDLER).ofUnit("DATA_BUREAU"))
        .get(path)
        .then()
        .statusCode(404);
    loop.acknowledge(item).then().statusCode(200).body("allowedActions", hasItem("REPLY"));
    loop.acknowledge(item)
        .then()
        .statusCode(409)
        .body("code", equalTo("illegal-transition"))
        .body("currentStatus", equalTo("ACKNOWLEDGED"))
        .body("allowedActions", hasItem("REPLY"));
  }

  @Test
  void a_unit_does_not_recheck_its_own_work() {
    String problem = loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.rectify(item);
    String recheck = loop.awaitRecheck(problem);
    loop.inspection(Identity.of(Role.INSPECTOR).ofUnit(item.leadUnit()))
        .body(Map.of("outcome", "PASSED"))
        .post("/api/v1/rechecks/" + recheck + "/outcome")
        .then()
        .statusCode(409)
        .body("code", equalTo("own-unit"));
  }
}
