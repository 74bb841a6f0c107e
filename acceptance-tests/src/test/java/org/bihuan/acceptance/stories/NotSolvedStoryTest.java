package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * Two residents say that the roof written off still leaks, one by the tracking code, one on the
 * telephone: somebody looks again, unforeseen, and what has come back is a problem of its own.
 */
class NotSolvedStoryTest {

  private final Loop loop = new Loop(RunningStack.get());
  private final String address = "示例路 " + UUID.randomUUID();

  private Response told(String phone) {
    Response complaint =
        loop.intake(Role.CHANNEL_CLERK)
            .body(
                """
                {"channel": "HOTLINE_12319", "categoryCode": "ROOF_LEAK", "text": "楼顶漏雨",
                 "location": {"address": "%s", "subdistrictCode": "370203021"},
                 "reporter": {"name": "欧阳示例", "phone": "%s", "wantsCallback": true}}
                """
                    .formatted(address, phone))
            .post("/api/v1/complaints");
    complaint.then().statusCode(201);
    return complaint;
  }

  @Test
  void what_residents_call_not_solved_is_looked_at_again_and_comes_back_as_a_problem() {
    Response first = told("19900000123");
    Response second = told("19900000124");
    String problem = loop.problemOf(first);
    second.then().body("status", equalTo("MERGED")).body("problemId", equalTo(problem));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.rectify(item);
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitProblem(problem, "WRITTEN_OFF");

    loop.nobody(RunningStack.get().intake())
        .body(Map.of("resolved", false, "satisfaction", 1, "comment", "雨后仍漏"))
        .post("/api/v1/public/complaints/" + first.path("trackingCode") + "/feedback")
        .then()
        .statusCode(200)
        .body("feedback", equalTo("GIVEN"));
    String calls = "/api/v1/call-backs?status=OPEN&complaintId=";
    String call =
        loop.intake(Role.CHANNEL_CLERK).get(calls + second.path("id")).path("items[0].id");
    loop.intake(Role.CHANNEL_CLERK)
        .body(Map.of("reached", true, "resolved", false, "satisfaction", 2))
        .post("/api/v1/call-backs/" + call + "/outcome")
        .then()
        .statusCode(200)
        .body("status", equalTo("DONE"));
    loop.intake(Role.CHANNEL_CLERK)
        .get("/api/v1/call-backs?complaintId=" + first.path("id"))
        .then()
        .body("items.status", contains("CLOSED"));
    loop.intake(Role.SPECIAL_TEAM)
        .get("/api/v1/feedback?resolved=false&problemId=" + problem)
        .then()
        .body("items.way", containsInAnyOrder("PUBLIC", "CALL_BACK"));

    String again = loop.awaitRecheck(problem);
    String recheck = "/api/v1/rechecks/" + again;
    await()
        .atMost(Loop.PATIENCE)
        .until(() -> loop.inspection(Role.INSPECTOR).get(recheck).path("notSolved"), equalTo(2));
    loop.inspection(item.handler()).get(recheck).then().statusCode(404);
    loop.recheck(again, "RELAPSED").then().statusCode(200).body("kind", equalTo("FEEDBACK"));

    String relapses = "/api/v1/problems?relapseOf=" + problem;
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () ->
                loop.intake(Role.SPECIAL_TEAM)
                    .get(relapses)
                    .then()
                    .body("items.sourceKind", equalTo(List.of("RELAPSE"))));
    loop.problem(problem).then().body("status", equalTo("WRITTEN_OFF"));
    loop.intake(Role.SPECIAL_TEAM)
        .get("/api/v1/problems/" + problem + "/timeline")
        .then()
        .body("findAll { it.kind == 'intake.feedback-given.v1' }.size()", equalTo(2))
        .body("[-1].kind", equalTo("inspection.look-back-done.v1"));
    loop.certificate(problem).then().body("complete", equalTo(true));
  }
}
