package org.bihuan.acceptance.stories;

import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.RunningStack;
import org.junit.jupiter.api.Test;

/** 抽样核查: a unit has more re-checks than can be visited, and a sample decides about all of them. */
class SampledLotTest {

  private static final int MEMBERS = 12;
  private static final String RECHECK = "links.find { it.link == 'RECHECK' }.";

  private final Loop loop = new Loop(RunningStack.get());

  /** Problems by the ids of their re-checks. */
  private Map<String, String> planned(String category) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      String problem = loop.problemOf(loop.complainOf(category, "同类问题较多，抽样核查"));
      loop.rectify(loop.awaitItem(problem, "ISSUED"));
      problems.put(loop.awaitRecheck(problem), problem);
    }
    return problems;
  }

  private JsonPath opened(String unit, String deadlineClass) {
    return loop.inspection(TEAM)
        .body(Map.of("unitCode", unit, "deadlineClass", deadlineClass))
        .post("/api/v1/recheck-lots")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static List<String> waiting(JsonPath lot, Map<String, String> problems) {
    List<String> drawn = lot.getList("drawn");
    return problems.keySet().stream().filter(id -> !drawn.contains(id)).toList();
  }

  @Test
  void an_accepted_lot_writes_every_problem_off_and_each_certificate_names_it() {
    Map<String, String> problems = planned("PARKING_DISORDER");
    JsonPath lot = opened("TRAFFIC_POLICE", "GENERAL");
    List<String> waiting = waiting(lot, problems);
    assertFalse(waiting.isEmpty());
    for (String id : lot.<String>getList("drawn")) {
      loop.recheck(id, "PASSED").then().statusCode(200);
    }
    problems.values().forEach(problem -> loop.awaitProblem(problem, "WRITTEN_OFF"));
    loop.certificate(problems.get(waiting.get(0)))
        .then()
        .body("complete", equalTo(true))
        .body(RECHECK + "lotId", equalTo(lot.getString("id")))
        .body(RECHECK + "actor.role", equalTo("SYSTEM"));
    loop.certificate(problems.get(lot.getString("drawn[0]")))
        .then()
        .body("complete", equalTo(true))
        .body(RECHECK + "lotId", nullValue());
  }

  @Test
  void a_failed_lot_goes_whole_to_individual_rechecks() {
    Map<String, String> problems = planned("PIPE_BLOCKAGE");
    JsonPath lot = opened("DRAINAGE_CENTRE", "FACILITY");
    List<String> waiting = waiting(lot, problems);
    loop.recheck(waiting.get(0), "PASSED")
        .then()
        .statusCode(409)
        .body("code", equalTo("held-by-lot"));
    List<String> drawn = lot.getList("drawn");
    for (int i = 0; i < lot.getInt("rejection"); i++) {
      loop.recheck(drawn.get(i), "NOT_RECTIFIED").then().statusCode(200);
      loop.awaitProblem(problems.get(drawn.get(i)), "REWORK");
    }
    loop.inspection(TEAM)
        .get("/api/v1/recheck-lots/" + lot.getString("id"))
        .then()
        .body("verdict", equalTo("REJECTED"));
    for (String id : waiting) {
      loop.problem(problems.get(id)).then().body("writtenOffAt", nullValue());
      loop.recheck(id, "PASSED").then().statusCode(200);
      loop.awaitProblem(problems.get(id), "WRITTEN_OFF");
      loop.certificate(problems.get(id)).then().body(RECHECK + "lotId", nullValue());
    }
    String last = drawn.get(drawn.size() - 1);
    loop.recheck(last, "PASSED").then().statusCode(200);
    loop.awaitProblem(problems.get(last), "WRITTEN_OFF");
    assertEquals(MEMBERS, problems.size());
    assertTrue(drawn.size() > lot.getInt("rejection"));
  }
}
