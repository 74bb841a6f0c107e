package org.bihuan.acceptance.stories;

import static org.awaitility.Awaitility.await;
import static org.bihuan.acceptance.stories.Journey.MEETINGS;
import static org.bihuan.acceptance.stories.Journey.TEAM;
import static org.bihuan.acceptance.stories.Journey.dueOn;
import static org.bihuan.acceptance.stories.Journey.handlerOf;
import static org.bihuan.acceptance.stories.Journey.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.Loop.Item;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * Story 2, 南山市场四不两直: three places that nobody is told of, then a round table that settles a
 * solution for each problem.
 */
class UnannouncedInspectionStoryTest {

  private static final String INSPECTIONS = "/api/v1/inspections";
  private static final List<String> PLACES = List.of("南山市场", "桑梓路", "菜市二路");
  private static final String CENTRE = "MARKET_SERVICE_CENTRE_1";

  /** Those who could warn the places. */
  private static final List<Identity> INSPECTED =
      List.of(
          Identity.of(Role.SUBDISTRICT).ofSubdistrict("370203021"),
          handlerOf(CENTRE),
          handlerOf("MARKET_SUPERVISION_BUREAU"));

  private final Loop loop = new Loop(RunningStack.get());
  private final Journey journey = new Journey(loop);

  @Test
  void nothing_is_seen_before_the_start_and_each_problem_gets_a_decision() {
    String inspection = planned();
    String path = INSPECTIONS + "/" + inspection;
    for (Identity who : INSPECTED) {
      loop.inspection(who).get(path).then().statusCode(404);
      loop.inspection(who)
          .get(INSPECTIONS + "?limit=200")
          .then()
          .statusCode(200)
          .body("items.id", not(hasItem(inspection)));
    }
    loop.inspection(TEAM).post(path + "/start").then().statusCode(200);
    for (Identity who : INSPECTED) {
      loop.inspection(who).get(path).then().statusCode(200).body("purpose", equalTo("查看整改情况"));
    }

    List<String> findings =
        IntStream.rangeClosed(1, PLACES.size()).mapToObj(stop -> found(path, stop)).toList();
    settled(path, findings);
    loop.inspection(TEAM)
        .body("{\"summary\": \"三处点位已查看\"}")
        .post(path + "/conclusion")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"));
    List<Item> items = new ArrayList<>();
    for (String finding : findings) {
      String problem = awaitOrdered(finding);
      loop.problem(problem).then().body("sourceKind", equalTo("INSPECTION_FINDING"));
      items.add(loop.awaitItem(problem, "ISSUED"));
    }
    assertEachIsDecided(items);
  }

  /** The round table says of each who answers for it, and that unit sees it from then on. */
  private void settled(String path, List<String> findings) {
    String decisions =
        findings.stream()
            .map(
                finding ->
                    """
                    {"findingId": "%s", "text": "规范市场门前秩序", "responsibleUnitCode": "市场建设服务一中心", "dueOn": "%s"}
                    """
                        .formatted(finding, today().plusDays(3)))
            .collect(Collectors.joining(", "));
    loop.inspection(TEAM)
        .body("{\"summary\": \"三处点位已查看\"}")
        .post(path + "/conclusion")
        .then()
        .statusCode(409)
        .body("code", equalTo("findings-undecided"));
    loop.inspection(TEAM)
        .body(
            """
            {"heldAt": "%s", "place": "南山市场会议室", "attendees": [{"unitCode": "市场监管局"},
             {"unitCode": "市场建设服务一中心"}], "decisions": [%s]}
            """
                .formatted(Instant.now(), decisions))
        .post(path + "/roundtable")
        .then()
        .statusCode(200)
        .body("findings.decision.responsibleUnit.code", everyItem(equalTo(CENTRE)));
    for (String finding : findings) {
      loop.inspection(handlerOf(CENTRE)).get("/api/v1/findings/" + finding).then().statusCode(200);
    }
  }

  private String planned() {
    String stops =
        PLACES.stream()
            .map(place -> "{\"subdistrictCode\": \"370203021\", \"place\": \"" + place + "\"}")
            .collect(Collectors.joining(", "));
    return loop.inspection(TEAM)
        .body(
            """
            {"tier": "AREA", "method": "UNANNOUNCED", "focus": "南山市场及周边", "purpose": "查看整改情况",
             "roundtablePlanned": true, "plannedFor": "%s", "stops": [%s]}
            """
                .formatted(Instant.now(), stops))
        .post(INSPECTIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** What is wrong at a stop, which is visited by that; id of the finding. */
  private String found(String path, int stop) {
    return loop.inspection(TEAM)
        .body(
            """
            {"stop": %d, "title": "占道经营", "description": "%s流动摊贩占道", "categoryCode": "STREET_OCCUPATION"}
            """
                .formatted(stop, PLACES.get(stop - 1)))
        .post(path + "/findings")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The problem of a finding, once a rule has put it on an order. */
  private String awaitOrdered(String finding) {
    String path = "/api/v1/findings/" + finding;
    await()
        .atMost(Loop.PATIENCE)
        .untilAsserted(
            () ->
                loop.inspection(TEAM)
                    .get(path)
                    .then()
                    .body("problemId", notNullValue())
                    .body("orderSerial", notNullValue()));
    return loop.inspection(TEAM).get(path).path("problemId");
  }

  /** Two become tasks of the units at the table, one gets a plan with a date of its own. */
  private void assertEachIsDecided(List<Item> items) {
    Item complex = items.get(2);
    journey.ask(TEAM, complex, "/complexity", "{\"reason\": \"涉及摊位安置\"}").then().statusCode(200);
    String meeting =
        journey.held("ROUNDTABLE", List.of("市场监管局", "市场建设服务一中心"), items.toArray(Item[]::new));
    LocalDate date = today().plusDays(30);
    String task = ", \"responsibleUnitCode\": \"%s\"" + dueOn(today().plusDays(3));
    journey.decided(meeting, items.get(0), "TASK", "规范市场门前秩序", task.formatted("市场建设服务一中心"));
    journey.decided(meeting, items.get(1), "TASK", "清理占道摊贩", task.formatted("市场监管局"));
    JsonPath read = journey.decided(meeting, complex, "PLAN_DATE", "另辟便民疏导点", dueOn(date));

    assertEquals(List.of("MARKET_SUPERVISION_BUREAU", CENTRE), read.getList("attendees.unit.code"));
    assertEquals(read.getList("agenda.orderItemId"), read.getList("decisions.orderItemId"));
    assertEquals(CENTRE, read.getString("decisions[0].responsibleUnit.code"));
    Response open =
        loop.dispatch(handlerOf(CENTRE))
            .get(MEETINGS + "?openTasks=true&unitCode=市场服务建设一中心&limit=200");
    open.then().statusCode(200).body("items.id", hasItem(meeting));
    JsonPath item = journey.read(TEAM, complex, "");
    assertEquals("PLANNED", item.getString("deadlineClass"));
    assertEquals(date, Journey.day(item.getString("dueAt")));
    journey.planned(complex, date);
    for (Item each : items) {
      assertTrue(
          journey.read(TEAM, each, "/history").getList("items.action").stream()
              .anyMatch(List.of("DECIDE_IN_MEETING", "SET_PLAN_DATE")::contains));
    }
  }
}
