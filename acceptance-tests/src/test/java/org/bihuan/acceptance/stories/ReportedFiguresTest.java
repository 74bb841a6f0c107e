package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.junit.jupiter.api.Test;

/**
 * What a district reports upward is what its lists show, whichever service has them. Other tests
 * tell facts that no service knows of, so what is compared is what one loop adds.
 */
class ReportedFiguresTest {

  /** What one problem from the complaint to the write-off adds, with an order and a meeting. */
  private static final Map<String, Integer> ADDED =
      Map.of(
          "ORDERS", 2,
          "ROUTINE_ORDERS", 1,
          "SPECIAL_ORDERS", 1,
          "PROBLEMS_FILED", 1,
          "PROBLEMS_OPEN", 0,
          "PROBLEMS_WRITTEN_OFF", 1,
          "RECHECKS", 1,
          "MEETINGS", 1,
          "ONSITE_MEETINGS", 1);

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void what_a_loop_adds_to_the_figures_it_adds_to_the_lists_behind_them() {
    Map<String, Integer> figures = figures();
    Map<String, Integer> lists = lists();
    String problem = loop.problemOf(loop.complainOf("STREET_OCCUPATION", "占道经营"));
    Item routine = loop.awaitItem(problem, "ISSUED");
    journey.held("ONSITE", List.of("市场监管局"), routine);
    journey.ordered(routine.leadUnit(), "督查发现", Journey.line(problem, "GENERAL", "立即整改"));
    Item item = loop.awaitItem(problem, "ISSUED");
    loop.rectify(item);
    loop.recheck(loop.awaitRecheck(problem), "PASSED").then().statusCode(200);
    loop.awaitProblem(problem, "WRITTEN_OFF");
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(() -> assertEquals(ADDED, added(figures(), figures)));
    assertEquals(ADDED, added(lists(), lists));
  }

  private static Map<String, Integer> added(
      Map<String, Integer> after, Map<String, Integer> before) {
    Map<String, Integer> added = new HashMap<>();
    ADDED.keySet().forEach(item -> added.put(item, after.get(item) - before.get(item)));
    return added;
  }

  private List<Map<String, Object>> lines() {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    return loop.inspection(TEAM)
        .get("/api/v1/reports/lines?from=" + today.minusDays(1) + "&to=" + today.plusDays(1))
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  private Map<String, Integer> figures() {
    Map<String, Integer> figures = new HashMap<>();
    for (Map<String, Object> line : lines()) {
      if (line.get("denominator") == null) {
        figures.put((String) line.get("item"), ((Number) line.get("value")).intValue());
      }
    }
    return figures;
  }

  private Map<String, Integer> lists() {
    Map<String, Integer> totals = new HashMap<>();
    for (Map<String, Object> line : lines()) {
      String list = (String) line.get("list");
      int total =
          owner(list)
              .get(list + "&limit=1&count=exact")
              .then()
              .statusCode(200)
              .extract()
              .path("total");
      totals.put((String) line.get("item"), total);
    }
    return totals;
  }

  /** Names of resources never repeat, so that the first of an address leads to its service. */
  private RequestSpecification owner(String list) {
    if (list.startsWith("/api/v1/problems")) {
      return loop.intake(TEAM);
    }
    return list.startsWith("/api/v1/orders") || list.startsWith("/api/v1/meetings")
        ? loop.dispatch(TEAM)
        : loop.inspection(TEAM);
  }
}
